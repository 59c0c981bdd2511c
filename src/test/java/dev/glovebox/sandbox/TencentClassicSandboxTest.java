package dev.glovebox.sandbox;

import static dev.glovebox.sandbox.TencentSandboxClient.base64;
import static dev.glovebox.sandbox.TencentSandboxClient.json;
import static dev.glovebox.sandbox.TencentSandboxClient.signature;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.testing.Images;

/** The sandbox reads VINs like Tencent's classic service, and refuses bad requests with the documented codes. */
class TencentClassicSandboxTest {

    private static final int MB = 1024 * 1024;

    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final Sandbox sandbox = Sandbox.start(0, SandboxAccount.DEFAULT, () -> now);
    private final TencentSandboxClient client = new TencentSandboxClient(sandbox, () -> now);

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    @Test
    void answerHasTheShapeOfTheAccountsName() throws Exception {
        JsonNode inTable = json(client.classic("appid", signature("200", 600, ""), image("vin-01.jpg")));
        JsonNode inExample = json(client.classic("app_id", signature("200", 600, ""), image("vin-01.jpg")));

        assertThat(inTable.path("code").asInt(-1)).isZero();
        JsonNode item = inTable.path("data").path("items").path(0);
        assertThat(item.path("itemstring").asText()).isEqualTo("1HGK2DEG6L6083016");
        assertThat(item.path("words")).hasSize(17);
        assertThat(item.path("words").path(0).path("confidence").asDouble()).isBetween(50.0, 100.0);
        assertThat(item.path("itemcoord").path("width").asInt()).isPositive();
        assertThat(inExample.path("errorcode").asInt(-1)).isZero();
        assertThat(inExample.path("items").path(0)).isEqualTo(item);
    }

    static Stream<Arguments> badRequests() throws Exception {
        String image = image("vin-01.jpg");
        return Stream.of(Arguments.of("appid", "", image, 4), Arguments.of("appid", "!", image, 5),
                Arguments.of("appid", signature("200", 0, ""), image, 5),
                Arguments.of("appid", signature("200", 94 * 24 * 3600, ""), image, 5),
                Arguments.of("appid", signature("200", 600, "/a/b/c"), image, 5),
                Arguments.of("appid", signature("", 600, ""), image, 5),
                Arguments.of("appid", signature("200", 600, "").replaceFirst(".", "A"), image, 14),
                Arguments.of("account", signature("200", 600, ""), image, 10),
                Arguments.of("appid", signature("200", 600, ""), "\"image\": \"bm8gaW1hZ2U=\"", -1102),
                Arguments.of("appid", signature("200", 600, ""), "\"image\": \"\"", -1300),
                Arguments.of("appid", signature("200", 600, ""), "\"url\": \"http://localhost:1/\", " + image, -1308),
                Arguments.of("appid", signature("200", 600, ""),
                        "\"image\": \"" + base64(Images.blank("png", 200, 100)) + "\"",
                        -9003));
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("badRequests")
    void badRequestIsRefusedWithTheDocumentedCode(String account, String authorization, String image, int code)
            throws Exception {
        assertThat(json(client.classic(account, authorization, image)).path("code").asInt()).isEqualTo(code);
    }

    @Test
    void bodyWithoutLengthAndTooLongBodyAreRefused() throws Exception {
        byte[] body = "{}".getBytes(StandardCharsets.US_ASCII);
        assertThat(client.sendClassic(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .statusCode()).isEqualTo(411);
        assertThat(client.classic("appid", "", "\"image\": \"" + "A".repeat(6 * MB) + "\"").statusCode()).isEqualTo(413);
    }

    @Test
    void expiredSignatureIsRefused() throws Exception {
        String authorization = signature("200", 600, "");
        now = now.plusSeconds(601);

        assertThat(json(client.classic("appid", authorization, image("vin-01.jpg"))).path("code").asInt()).isEqualTo(9);
    }

    private static String image(String name) {
        return "\"image\": \"" + base64(Images.file(name)) + "\"";
    }
}
