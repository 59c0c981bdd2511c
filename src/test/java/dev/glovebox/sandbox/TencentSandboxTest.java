package dev.glovebox.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.testing.Images;

/** The sandbox refuses what Tencent's two services are documented to refuse, in their codes. Signed here by hand. */
class TencentSandboxTest {

    private static final SandboxAccount.Tencent ACCOUNT = SandboxAccount.DEFAULT.tencent();
    private static final int MB = 1024 * 1024;

    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final Sandbox sandbox = Sandbox.start(0, SandboxAccount.DEFAULT, () -> now);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        sandbox.close();
    }

    static Stream<Arguments> badRequests() {
        String vin = base64(Images.file("vin-01.jpg"));
        return Stream.of(Arguments.of("VinOCR", "{}", "MissingParameter"),
                Arguments.of("VinOCR", "{\"ImageBase64\": 1}", "InvalidParameter"),
                Arguments.of("VinOCR", "no JSON", "InvalidRequest"),
                Arguments.of("VinOCR", "{\"ImageBase64\": \"data:image/jpeg;base64," + vin + "\"}",
                        "FailedOperation.ImageDecodeFailed"),
                Arguments.of("VinOCR", "{\"ImageBase64\": \"bm8gaW1hZ2U=\"}", "FailedOperation.ImageDecodeFailed"),
                Arguments.of("VinOCR", sized("bmp"), "FailedOperation.UnKnowFileTypeError"),
                Arguments.of("LicensePlateOCR", sized("tiff"), "FailedOperation.UnKnowFileTypeError"),
                Arguments.of("VehicleLicenseOCR", sized("bmp"), "FailedOperation.NoVehicleLicenseError"),
                Arguments.of("VinOCR", sized("png"), "FailedOperation.EmptyImageError"),
                Arguments.of("LicensePlateOCR", sized("png"), "FailedOperation.ImageNoSpecifiedCard"),
                Arguments.of("VehicleLicenseOCR", "{\"ImageBase64\": \"" + vin + "\", \"CardSide\": \"LEFT\"}",
                        "InvalidParameterValue.InvalidParameterValueLimit"),
                Arguments.of("VinOCR", "{\"ImageBase64\": \"" + "A".repeat(7 * MB + 4) + "\"}",
                        "LimitExceeded.TooLargeFileError"),
                Arguments.of("VinOCR", " ".repeat(10 * MB + 1), "RequestSizeLimitExceeded"),
                Arguments.of("VinOCR", "{\"ImageUrl\": \"http://localhost:1/a.jpg\", \"ImageBase64\": \"" + vin + "\"}",
                        "FailedOperation.DownLoadError"),
                Arguments.of("TableOCR", "{}", "InvalidAction"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("badRequests")
    void shouldRefuseWithStatus200AndTheDocumentedCode(String action, String body, String code) throws Exception {
        HttpResponse<String> answer = call(action, body, "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(json(answer).path("Response").path("RequestId").asText()).isNotBlank();
    }

    @Test
    void shouldRefuseAContentTypeThatWasNotSigned() throws Exception {
        assertThat(code(call("VinOCR", "{}", "application/json; charset=utf-8"))).isEqualTo("AuthFailure.SignatureFailure");
    }

    @Test
    void shouldAllowTenCallsASecondForEachOperation() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(code(call("VinOCR", "{}", "application/json"))).isEqualTo("MissingParameter");
        }
        assertThat(code(call("VinOCR", "{}", "application/json"))).isEqualTo("RequestLimitExceeded");
        assertThat(code(call("LicensePlateOCR", "{}", "application/json"))).isEqualTo("MissingParameter");
        now = now.plusSeconds(1);
        assertThat(code(call("VinOCR", "{}", "application/json"))).isEqualTo("MissingParameter");
        assertThat(sandbox.calls().of("VinOCR")).isEqualTo(12);
    }

    @Test
    void shouldAnswerTheClassicCallInTheShapeOfTheNameThatItsAccountHas() throws Exception {
        JsonNode inTable = json(classic("appid", signature("200", 600, ""), image("vin-01.jpg")));
        JsonNode inExample = json(classic("app_id", signature("200", 600, ""), image("vin-01.jpg")));

        assertThat(inTable.path("code").asInt(-1)).isZero();
        JsonNode item = inTable.path("data").path("items").path(0);
        assertThat(item.path("itemstring").asText()).isEqualTo("1HGK2DEG6L6083016");
        assertThat(item.path("words")).hasSize(17);
        assertThat(item.path("words").path(0).path("confidence").asDouble()).isBetween(50.0, 100.0);
        assertThat(item.path("itemcoord").path("width").asInt()).isPositive();
        assertThat(inExample.path("errorcode").asInt(-1)).isZero();
        assertThat(inExample.path("items").path(0)).isEqualTo(item);
    }

    static Stream<Arguments> badClassicRequests() throws Exception {
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
                        sized("png").replaceAll("[{}]", "").replace("ImageBase64", "image"),
                        -9003));
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("badClassicRequests")
    void shouldRefuseTheClassicCallWithTheDocumentedCode(String account, String authorization, String image, int code)
            throws Exception {
        assertThat(json(classic(account, authorization, image)).path("code").asInt()).isEqualTo(code);
    }

    @Test
    void shouldRefuseAClassicCallWithoutALengthAndOneThatIsTooLong() throws Exception {
        byte[] body = "{}".getBytes(StandardCharsets.US_ASCII);
        HttpRequest.Builder chunked = HttpRequest.newBuilder(sandbox.url().resolve("/ocr/vin_detection"))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        assertThat(http.send(chunked.build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(411);
        assertThat(classic("appid", "", "\"image\": \"" + "A".repeat(6 * MB) + "\"").statusCode()).isEqualTo(413);
    }

    @Test
    void shouldRefuseAClassicSignatureThatIsOutOfDate() throws Exception {
        String authorization = signature("200", 600, "");
        now = now.plusSeconds(601);

        assertThat(json(classic("appid", authorization, image("vin-01.jpg"))).path("code").asInt()).isEqualTo(9);
    }

    /** Signs {@code application/json}, whatever is sent. */
    private HttpResponse<String> call(String action, String body, String sentType) throws Exception {
        String date = now.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        String canonical = "POST\n/\n\ncontent-type:application/json\nhost:" + sandbox.url().getAuthority()
                + "\n\ncontent-type;host\n" + sha256(body);
        String toSign = "TC3-HMAC-SHA256\n" + now.getEpochSecond() + "\n" + date + "/ocr/tc3_request\n" + sha256(canonical);
        byte[] key = hmac("HmacSHA256", hmac("HmacSHA256",
                hmac("HmacSHA256", ("TC3" + ACCOUNT.secretKey()).getBytes(StandardCharsets.UTF_8), date), "ocr"),
                "tc3_request");
        return http.send(HttpRequest.newBuilder(sandbox.url()).header("Content-Type", sentType).header("X-TC-Action", action)
                .header("X-TC-Version", "2018-11-19").header("X-TC-Timestamp", String.valueOf(now.getEpochSecond()))
                .header("Authorization",
                        "TC3-HMAC-SHA256 Credential=" + ACCOUNT.secretId() + "/" + date
                                + "/ocr/tc3_request, SignedHeaders=content-type;host, Signature="
                                + HexFormat.of().formatHex(hmac("HmacSHA256", key, toSign)))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> classic(String account, String authorization, String image) throws Exception {
        return http.send(HttpRequest.newBuilder(sandbox.url().resolve("/ocr/vin_detection"))
                .header("Content-Type", "application/json").header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers
                        .ofString("{\"" + account + "\": \"" + ACCOUNT.appId() + "\", " + image + "}"))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String signature(String random, int seconds, String file) throws Exception {
        long start = Instant.parse("2026-01-31T08:00:00Z").getEpochSecond();
        String original = "a=" + ACCOUNT.appId() + "&b=" + ACCOUNT.bucket() + "&k=" + ACCOUNT.secretId() + "&e="
                + (start + seconds) + "&t=" + start + "&r=" + random + "&f=" + file;
        byte[] hmac = hmac("HmacSHA1", ACCOUNT.secretKey().getBytes(StandardCharsets.UTF_8), original);
        return Base64.getEncoder().encodeToString(
                (new String(hmac, StandardCharsets.ISO_8859_1) + original).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] hmac(String algorithm, byte[] key, String text) throws Exception {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String code(HttpResponse<String> answer) throws Exception {
        return json(answer).path("Response").path("Error").path("Code").asText();
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Answer.JSON.readTree(answer.body());
    }

    private static String image(String name) {
        return "\"image\": \"" + base64(Images.file(name)) + "\"";
    }

    private static String sized(String format) {
        return "{\"ImageBase64\": \"" + base64(Images.blank(format, 200, 100)) + "\"}";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
