package dev.glovebox.sandbox;

import static dev.glovebox.sandbox.HuaweiSandboxClient.assertError;
import static dev.glovebox.sandbox.HuaweiSandboxClient.base64;
import static dev.glovebox.sandbox.HuaweiSandboxClient.blankImageRequest;
import static dev.glovebox.sandbox.HuaweiSandboxClient.imageRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.testing.Images;

/** The sandbox reads images like Huawei's OCR service, and refuses bad requests with the documented codes. */
class HuaweiSandboxOcrTest {

    private static final SandboxAccount ACCOUNT = HuaweiSandboxClient.ACCOUNT;
    private static final int MB = 1024 * 1024;
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");

    private final Sandbox sandbox = Sandbox.start(0, ACCOUNT, () -> NOW);
    private final HuaweiSandboxClient client = new HuaweiSandboxClient(sandbox);

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    static Stream<Arguments> badRequests() {
        String vin = base64(Images.file("vin-01.jpg"));
        return Stream.of(Arguments.of("vin", "{}", 400, "AIS.0101"),
                Arguments.of("vin", "{\"image\": \"" + vin + "\", \"url\": \"http://h/\"}", 400, "AIS.0101"),
                Arguments.of("vin", "{\"image\": \"data:image/jpeg;base64," + vin + "\"}", 400, "AIS.0102"),
                Arguments.of("vin", "{\"image\": \"R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\"}", 400,
                        "AIS.0102"),
                Arguments.of("vin", "{\"image\": \"bm8gaW1hZ2U=\"}", 400, "AIS.0102"),
                Arguments.of("vin", blankImageRequest("png", 14, 100), 400, "AIS.0103"),
                Arguments.of("vin", blankImageRequest("png", 100, 4097), 400, "AIS.0103"),
                Arguments.of("license-plate", blankImageRequest("bmp", 100, 4097), 400, "AIS.0103"),
                Arguments.of("vehicle-license", blankImageRequest("png", 99, 200), 400, "AIS.0103"),
                Arguments.of("vehicle-license", blankImageRequest("png", 8001, 100), 400, "AIS.0103"),
                Arguments.of("vin", blankImageRequest("tiff", 200, 100), 400, "AIS.0104"),
                Arguments.of("license-plate", blankImageRequest("png", 200, 100), 400, "AIS.0104"),
                Arguments.of("vehicle-license", "{\"image\": \"" + vin + "\"}", 400, "AIS.0104"),
                Arguments.of("vehicle-license", "{\"image\": \"" + vin + "\", \"side\": \"left\"}", 400, "AIS.0101"),
                Arguments.of("vehicle-license", "{\"image\": \"" + vin + "\", \"return_issuing_authority\": \"true\"}", 400,
                        "AIS.0101"),
                Arguments.of("vin", "no JSON", 400, "ModelArts.4105"), Arguments.of("vin", "[]", 400, "ModelArts.4105"),
                Arguments.of("vin", "{\"image\": \"" + "A".repeat(10 * MB) + "\"}", 400, "ModelArts.4104"),
                Arguments.of("vin", " ".repeat(12 * MB + 1), 413, "APIG.0201"),
                Arguments.of("vin", "{\"url\": \"ftp://localhost/a.jpg\"}", 400, "ModelArts.4601"),
                Arguments.of("vin", "{\"url\": \"http://localhost:1/a.jpg\"}", 400, "ModelArts.4603"),
                Arguments.of("no-such-operation", "{}", 404, "APIG.0101"));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("badRequests")
    void badRequestIsRefusedWithTheDocumentedCode(String operation, String body, int status, String code) throws Exception {
        assertError(client.postOcrRequest(operation, client.createToken(), body), status, code);
    }

    @Test
    void otherMethodsAreRefused() throws Exception {
        assertError(client.send(HttpRequest.newBuilder(client.ocrUrl("vin")).GET()), 400, "APIG.0204");
    }

    @Test
    void chunkedBodyIsRead() throws Exception {
        byte[] body = imageRequest("vin-02.png").getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> read = client.send(HttpRequest.newBuilder(client.ocrUrl("vin"))
                .header("X-Auth-Token", client.createToken()).version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(read.body()).contains("LSGD2DRC2PE462819");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"side\": \"double_side\"", "\"side\": \"front\", \"return_text_location\": true",
            "\"recognize_electronic_license\": false" })
    void olderLevelRefusesNewerParameters(String parameters) throws Exception {
        String image = "{\"image\": \"" + base64(Images.file("license-01-front.jpg")) + "\", ";
        try (Sandbox older = Sandbox.start(0, ACCOUNT, () -> NOW, HuaweiLicenseLevel.OLDER);
                HuaweiSandboxClient caller = new HuaweiSandboxClient(older)) {
            HuaweiSandboxClient.assertError(
                    caller.postOcrRequest("vehicle-license", caller.createToken(), image + parameters + "}"), 400, "AIS.0101");
            assertThat(caller.postOcrRequest("vehicle-license", caller.createToken(),
                    image + "\"side\": \"front\", \"return_issuing_authority\": true}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void licenceAnswerIsFlatForOneSideAndNestedForBoth() throws Exception {
        String image = base64(Images.file("license-01-front.jpg"));
        JsonNode flat = Answer.JSON
                .readTree(
                        client.postOcrRequest("vehicle-license", client.createToken(), "{\"image\": \"" + image + "\"}").body())
                .path("result");
        JsonNode both = Answer.JSON.readTree(client.postOcrRequest("vehicle-license", client.createToken(),
                "{\"image\": \"" + image + "\", \"side\": \"double_side\", \"return_text_location\": true}").body())
                .path("result");

        assertThat(flat.path("number").asText()).isEqualTo("甘KJB752");
        assertThat(flat.has("issuing_authority")).isFalse();
        assertThat(flat.has("text_location")).isFalse();
        assertThat(both.path("front").path("number").asText()).isEqualTo("甘KJB752");
        assertThat(both.path("front").path("text_location").path("number")).hasSize(4);
        assertThat(both.path("back")).isEmpty();
        assertThat(both.path("type").asText()).isEqualTo("normal");
    }

    @Test
    void everyCallIsCounted() throws Exception {
        String token = client.createToken();
        client.postOcrRequest("vin", token, "{}");
        client.postOcrRequest("vin", "wrong", "{}");

        assertThat(sandbox.calls().countOf("vin")).isEqualTo(2);
        assertThat(sandbox.calls().countOf("iam")).isEqualTo(1);
        assertThat(sandbox.calls().total()).isEqualTo(3);
    }
}
