package dev.glovebox.sandbox;

import static dev.glovebox.sandbox.TencentSandboxClient.base64;
import static dev.glovebox.sandbox.TencentSandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.glovebox.testing.Images;

/** The sandbox refuses bad requests to Tencent's Cloud API with the documented codes. */
class TencentSandboxTest {

    private static final int MB = 1024 * 1024;

    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final Sandbox sandbox = Sandbox.start(0, SandboxAccount.DEFAULT, () -> now);
    private final TencentSandboxClient client = new TencentSandboxClient(sandbox, () -> now);

    @AfterEach
    void close() {
        client.close();
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
    void badRequestIsRefusedWithStatus200AndTheDocumentedCode(String action, String body, String code) throws Exception {
        HttpResponse<String> answer = client.call(action, body, "application/json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(code(answer)).isEqualTo(code);
        assertThat(json(answer).path("Response").path("RequestId").asText()).isNotBlank();
    }

    @Test
    void unsignedContentTypeIsRefused() throws Exception {
        assertThat(code(client.call("VinOCR", "{}", "application/json; charset=utf-8")))
                .isEqualTo("AuthFailure.SignatureFailure");
    }

    @Test
    void eachOperationAllowsTenCallsPerSecond() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(code(client.call("VinOCR", "{}", "application/json"))).isEqualTo("MissingParameter");
        }
        assertThat(code(client.call("VinOCR", "{}", "application/json"))).isEqualTo("RequestLimitExceeded");
        assertThat(code(client.call("LicensePlateOCR", "{}", "application/json"))).isEqualTo("MissingParameter");
        now = now.plusSeconds(1);
        assertThat(code(client.call("VinOCR", "{}", "application/json"))).isEqualTo("MissingParameter");
        assertThat(sandbox.calls().countOf("VinOCR")).isEqualTo(12);
    }

    private static String code(HttpResponse<String> answer) throws Exception {
        return json(answer).path("Response").path("Error").path("Code").asText();
    }

    private static String sized(String format) {
        return "{\"ImageBase64\": \"" + base64(Images.blank(format, 200, 100)) + "\"}";
    }
}
