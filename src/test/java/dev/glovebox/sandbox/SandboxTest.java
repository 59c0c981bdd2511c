package dev.glovebox.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.testing.Images;

/** The sandbox refuses what the service is documented to refuse, in its words. */
class SandboxTest {

    private static final SandboxAccount ACCOUNT = SandboxAccount.DEFAULT;
    private static final String OCR = "/v2/" + ACCOUNT.projectId() + "/ocr/";
    /** Of {@code {}} to the VIN operation, with that date alone; computed apart, with Python's hmac. */
    private static final String SIGNATURE = "062d86fedacc3900b7ae203fee8537c40756ff92a1511891d1256343a5eecad4";
    private static final int MB = 1024 * 1024;

    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final Sandbox sandbox = Sandbox.start(0, ACCOUNT, () -> now);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        sandbox.close();
    }

    @Test
    void shouldGiveOutAProjectsTokenAndTakeItUntilItEnds() throws Exception {
        HttpResponse<String> answer = iam(identity(ACCOUNT.password(), "\"project\": {\"name\": \"cn-north-4\"}"));

        assertThat(answer.statusCode()).isEqualTo(201);
        String token = answer.headers().firstValue("X-Subject-Token").orElseThrow();
        assertThat(token).startsWith("MII").hasSizeGreaterThan(3000);
        JsonNode body = Answer.JSON.readTree(answer.body()).path("token");
        assertThat(body.path("expires_at").asText()).isEqualTo("2026-02-01T08:00:00.000000Z");
        assertThat(body.path("issued_at").asText()).isEqualTo("2026-01-31T08:00:00.000000Z");
        assertThat(body.path("project").path("id").asText()).isEqualTo(ACCOUNT.projectId());

        HttpResponse<String> read = ocr("vin", token, image("vin-01.jpg"));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(read.body()).isEqualTo("{\"result\":{\"vin\":\"1HGK2DEG6L6083016\"}}");

        now = now.plus(ACCOUNT.tokenValidity());
        assertRefused(ocr("vin", token, image("vin-01.jpg")), 401, "APIG.0307");
    }

    @Test
    void shouldRefuseOtherTokens() throws Exception {
        String accounts = iam(identity(ACCOUNT.password(), "\"domain\": {\"name\": \"x\"}")).headers()
                .firstValue("X-Subject-Token").orElseThrow();

        assertRefused(ocr("vin", "MIIx", image("vin-01.jpg")), 401, "APIG.0301");
        assertRefused(ocr("vin", accounts, image("vin-01.jpg")), 403, "ModelArts.0212");
        assertRefused(send(post("/v2/another-project/ocr/vin", "{}").header("X-Auth-Token", token())), 403, "APIG.0310");
        assertRefused(send(post(OCR + "vin", "{}")), 401, "APIG.0301");
    }

    @ParameterizedTest
    @CsvSource({ "wrong, 401", "'', 401" })
    void shouldRefuseOtherPasswords(String password, int status) throws Exception {
        HttpResponse<String> answer = iam(identity(password, "\"project\": {\"name\": \"cn-north-4\"}"));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Answer.JSON.readTree(answer.body()).path("error").path("title").asText()).isEqualTo("Unauthorized");
        assertThat(answer.headers().firstValue("X-Subject-Token")).isEmpty();
    }

    @Test
    void shouldLockTheUserAfterManyWrongPasswords() throws Exception {
        for (int i = 0; i < 6; i++) {
            iam(identity("wrong", "\"project\": {\"name\": \"cn-north-4\"}"));
        }

        assertThat(iam(identity(ACCOUNT.password(), "\"project\": {\"name\": \"cn-north-4\"}")).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldLockTheKeyForFiveMinutesAfterManyWrongSignatures() throws Exception {
        Map<String, String> right = Map.of("X-Sdk-Date", "20260131T080000Z", "Authorization",
                "SDK-HMAC-SHA256 Access=sandbox-access-key, SignedHeaders=x-sdk-date, Signature=" + SIGNATURE);
        Map<String, String> wrong = new HashMap<>(right);
        wrong.put("Authorization", right.get("Authorization").replaceFirst("Signature=.", "Signature=1"));
        assertThat(signed(right).statusCode()).as("signed rightly, but without an image").isEqualTo(400);

        for (int i = 0; i < 6; i++) {
            assertRefused(signed(wrong), 401, "APIG.0301");
        }
        assertRefused(signed(right), 401, "APIG.0301");

        now = now.plus(Duration.ofMinutes(5));
        assertThat(signed(right).statusCode()).isEqualTo(400);
    }

    static Stream<Arguments> badRequests() {
        String vin = base64(Images.file("vin-01.jpg"));
        return Stream.of(Arguments.of("vin", "{}", 400, "AIS.0101"),
                Arguments.of("vin", "{\"image\": \"" + vin + "\", \"url\": \"http://h/\"}", 400, "AIS.0101"),
                Arguments.of("vin", "{\"image\": \"data:image/jpeg;base64," + vin + "\"}", 400, "AIS.0102"),
                Arguments.of("vin", "{\"image\": \"R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\"}", 400,
                        "AIS.0102"),
                Arguments.of("vin", "{\"image\": \"bm8gaW1hZ2U=\"}", 400, "AIS.0102"),
                Arguments.of("vin", sized("png", 14, 100), 400, "AIS.0103"),
                Arguments.of("vin", sized("png", 100, 4097), 400, "AIS.0103"),
                Arguments.of("license-plate", sized("bmp", 100, 4097), 400, "AIS.0103"),
                Arguments.of("vehicle-license", sized("png", 99, 200), 400, "AIS.0103"),
                Arguments.of("vehicle-license", sized("png", 8001, 100), 400, "AIS.0103"),
                Arguments.of("vin", sized("tiff", 200, 100), 400, "AIS.0104"),
                Arguments.of("license-plate", sized("png", 200, 100), 400, "AIS.0104"),
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
    void shouldRefuseWithTheDocumentedCode(String operation, String body, int status, String code) throws Exception {
        assertRefused(ocr(operation, token(), body), status, code);
    }

    @Test
    void shouldRefuseOtherMethods() throws Exception {
        assertRefused(send(HttpRequest.newBuilder(sandbox.url().resolve(OCR + "vin")).GET()), 400, "APIG.0204");
    }

    @Test
    void shouldReadChunkedBodies() throws Exception {
        byte[] body = image("vin-02.png").getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> read = send(HttpRequest.newBuilder(sandbox.url().resolve(OCR + "vin"))
                .header("X-Auth-Token", token()).version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(read.body()).contains("LSGD2DRC2PE462819");
    }

    @Test
    void shouldAnswerALicenceFlatForOneSideAndNestedForBoth() throws Exception {
        String image = base64(Images.file("license-01-front.jpg"));
        JsonNode flat = Answer.JSON.readTree(ocr("vehicle-license", token(), "{\"image\": \"" + image + "\"}").body())
                .path("result");
        JsonNode both = Answer.JSON.readTree(ocr("vehicle-license", token(),
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
    void shouldCountEveryCall() throws Exception {
        String token = token();
        ocr("vin", token, "{}");
        ocr("vin", "wrong", "{}");

        assertThat(sandbox.calls().of("vin")).isEqualTo(2);
        assertThat(sandbox.calls().of("iam")).isEqualTo(1);
        assertThat(sandbox.calls().total()).isEqualTo(3);
    }

    private String token() throws Exception {
        return iam(identity(ACCOUNT.password(), "\"project\": {\"id\": \"" + ACCOUNT.projectId() + "\"}")).headers()
                .firstValue("X-Subject-Token").orElseThrow();
    }

    private HttpResponse<String> iam(String body) throws Exception {
        return send(post("/v3/auth/tokens", body));
    }

    private HttpResponse<String> ocr(String operation, String token, String body) throws Exception {
        return send(post(OCR + operation, body).header("X-Auth-Token", token));
    }

    private HttpResponse<String> signed(Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = post(OCR + "vin", "{}");
        headers.forEach(request::header);
        return send(request);
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(Answer.JSON.readTree(answer.body()).path("error_code").asText()).isEqualTo(code);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(Answer.JSON.readTree(answer.body()).path("error_msg").asText()).isNotBlank();
    }

    private static String identity(String password, String scope) {
        return """
                {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "%s", "password": "%s",
                  "domain": {"name": "%s"}}}}, "scope": {%s}}}""".formatted(ACCOUNT.username(), password, ACCOUNT.domain(),
                scope);
    }

    private static String image(String name) {
        return "{\"image\": \"" + base64(Images.file(name)) + "\"}";
    }

    private static String sized(String format, int width, int height) {
        return "{\"image\": \"" + base64(Images.blank(format, width, height)) + "\"}";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
