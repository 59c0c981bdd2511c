package dev.glovebox.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.ocr.v1.OcrClient;
import com.huaweicloud.sdk.ocr.v1.model.LicensePlateRequestBody;
import com.huaweicloud.sdk.ocr.v1.model.LicensePlateResult;
import com.huaweicloud.sdk.ocr.v1.model.RecognizeLicensePlateRequest;
import com.huaweicloud.sdk.ocr.v1.model.RecognizeVehicleLicenseRequest;
import com.huaweicloud.sdk.ocr.v1.model.RecognizeVinRequest;
import com.huaweicloud.sdk.ocr.v1.model.VehicleLicenseRequestBody;
import com.huaweicloud.sdk.ocr.v1.model.VehicleLicenseResult;
import com.huaweicloud.sdk.ocr.v1.model.VinRequestBody;

import dev.glovebox.testing.Images;

/** The provider's own client works with the sandbox, and so confirms our reading of the protocol. */
class HuaweiSdkTest {

    private final Sandbox sandbox = Sandbox.start(0, SandboxAccount.DEFAULT, InstantSource.system());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void vinIsRead() {
        assertThat(client("sandbox-secret-key")
                .recognizeVin(new RecognizeVinRequest().withBody(new VinRequestBody().withImage(base64("vin-05.jpg"))))
                .getResult()
                .getVin()).isEqualTo("LFVFU7ED8K8974650");
    }

    @Test
    void plateIsRead() {
        LicensePlateResult plate = client("sandbox-secret-key").recognizeLicensePlate(new RecognizeLicensePlateRequest()
                .withBody(new LicensePlateRequestBody().withImage(base64("plate-06.jpg")))).getResult().get(0);

        assertThat(plate.getPlateNumber()).isEqualTo("陕EY743警");
        assertThat(plate.getPlateColor()).isEqualTo("white");
        assertThat(plate.getPlateLocation()).hasSize(4);
        assertThat(plate.getConfidence()).isBetween(0.5f, 1f);
    }

    @Test
    void bothSidesOfALicenceAreRead() {
        OcrClient client = client("sandbox-secret-key");

        VehicleLicenseResult front = client.recognizeVehicleLicense(new RecognizeVehicleLicenseRequest().withBody(
                new VehicleLicenseRequestBody().withImage(base64("license-02-front.jpg")).withReturnIssuingAuthority(true)))
                .getResult();
        VehicleLicenseResult back = client.recognizeVehicleLicense(new RecognizeVehicleLicenseRequest()
                .withBody(new VehicleLicenseRequestBody().withImage(base64("license-02-back.jpg")).withSide("back")))
                .getResult();

        assertThat(front.getNumber()).isEqualTo("云B88759");
        assertThat(front.getIssuingAuthority()).isEqualTo("四川省成都市公安局交通警察支队");
        assertThat(back.getFileNo()).isEqualTo("342527078687");
        assertThat(back.getDimension()).isEqualTo("5162×1887×1473mm");
    }

    @Test
    void wrongSecretIsRefused() {
        ClientRequestException refused = catchThrowableOfType(ClientRequestException.class, () -> client("wrong")
                .recognizeVin(new RecognizeVinRequest().withBody(new VinRequestBody().withImage(base64("vin-05.jpg")))));

        assertThat(refused.getHttpStatusCode()).isEqualTo(401);
        assertThat(refused.getErrorCode()).isEqualTo("APIG.0301");
        assertThat(refused.getRequestId()).isNotBlank();
    }

    @Test
    void expiredSignatureIsRefused() {
        try (Sandbox late = Sandbox.start(0, SandboxAccount.DEFAULT, () -> Instant.now().plusSeconds(16 * 60))) {
            ClientRequestException refused = catchThrowableOfType(ClientRequestException.class,
                    () -> client(late, "sandbox-secret-key").recognizeVin(
                            new RecognizeVinRequest().withBody(new VinRequestBody().withImage(base64("vin-05.jpg")))));

            assertThat(refused.getErrorCode()).isEqualTo("APIG.0301");
        }
    }

    private OcrClient client(String secretKey) {
        return client(sandbox, secretKey);
    }

    private static OcrClient client(Sandbox sandbox, String secretKey) {
        return OcrClient.newBuilder().withEndpoint(sandbox.url().toString())
                .withCredential(new BasicCredentials().withAk(SandboxAccount.DEFAULT.accessKey()).withSk(secretKey)
                        .withProjectId(SandboxAccount.DEFAULT.projectId()))
                .build();
    }

    private static String base64(String image) {
        return Base64.getEncoder().encodeToString(Images.file(image));
    }
}
