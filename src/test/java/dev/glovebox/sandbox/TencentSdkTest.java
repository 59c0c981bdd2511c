package dev.glovebox.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import com.tencentcloudapi.ocr.v20181119.OcrClient;
import com.tencentcloudapi.ocr.v20181119.models.LicensePlateOCRRequest;
import com.tencentcloudapi.ocr.v20181119.models.LicensePlateOCRResponse;
import com.tencentcloudapi.ocr.v20181119.models.VehicleLicenseOCRRequest;
import com.tencentcloudapi.ocr.v20181119.models.VehicleLicenseOCRResponse;
import com.tencentcloudapi.ocr.v20181119.models.VinOCRRequest;
import com.tencentcloudapi.ocr.v20181119.models.VinOCRResponse;

import dev.glovebox.testing.Images;

/** The provider's own client works with the sandbox, and so confirms our reading of the protocol. */
class TencentSdkTest {

    private static final SandboxAccount.Tencent ACCOUNT = SandboxAccount.DEFAULT.tencent();

    private final Sandbox sandbox = Sandbox.start(0, SandboxAccount.DEFAULT, InstantSource.system());

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void vinIsRead() throws Exception {
        VinOCRResponse read = client(sandbox, credential()).VinOCR(vin());

        assertThat(read.getVin()).isEqualTo("LFVFU7ED8K8974650");
        assertThat(read.getRequestId()).isNotBlank();
    }

    @Test
    void plateIsRead() throws Exception {
        LicensePlateOCRRequest request = new LicensePlateOCRRequest();
        request.setImageBase64(base64("plate-06.jpg"));

        LicensePlateOCRResponse plate = client(sandbox, credential()).LicensePlateOCR(request);

        assertThat(plate.getNumber()).isEqualTo("陕EY743警");
        assertThat(plate.getColor()).isEqualTo("白");
        assertThat(plate.getConfidence()).isBetween(50L, 100L);
        assertThat(plate.getRect().getWidth()).isPositive();
        assertThat(plate.getLicensePlateInfos()).hasSize(1);
        assertThat(plate.getLicensePlateInfos()[0].getNumber()).isEqualTo("陕EY743警");
    }

    @Test
    void bothSidesOfALicenceAreRead() throws Exception {
        VehicleLicenseOCRResponse front = client(sandbox, credential())
                .VehicleLicenseOCR(license("license-02-front.jpg", null));
        VehicleLicenseOCRResponse back = client(sandbox, credential())
                .VehicleLicenseOCR(license("license-02-back.jpg", "BACK"));
        VehicleLicenseOCRResponse either = client(sandbox, credential())
                .VehicleLicenseOCR(license("license-02-back.jpg", "DOUBLE"));

        assertThat(front.getFrontInfo().getPlateNo()).isEqualTo("云B88759");
        assertThat(front.getFrontInfo().getSeal()).isEqualTo("四川省成都市公安局交通警察支队");
        assertThat(front.getBackInfo()).isNull();
        assertThat(back.getBackInfo().getFileNo()).isEqualTo("342527078687");
        assertThat(back.getBackInfo().getExternalSize()).isEqualTo("5162×1887×1473mm");
        assertThat(either.getFrontInfo()).isNull();
        assertThat(either.getBackInfo().getFileNo()).isEqualTo("342527078687");
    }

    @Test
    void temporaryKeysAreAccepted() throws Exception {
        assertThat(client(sandbox, new Credential(ACCOUNT.secretId(), ACCOUNT.secretKey(), ACCOUNT.token())).VinOCR(vin())
                .getVin()).isEqualTo("LFVFU7ED8K8974650");
        assertThat(refusal(sandbox, new Credential(ACCOUNT.secretId(), ACCOUNT.secretKey(), "another")))
                .isEqualTo("AuthFailure.TokenFailure");
    }

    @Test
    void otherKeysAreRefused() {
        assertThat(refusal(sandbox, new Credential(ACCOUNT.secretId(), "wrong"))).isEqualTo("AuthFailure.SignatureFailure");
        assertThat(refusal(sandbox, new Credential("wrong", ACCOUNT.secretKey()))).isEqualTo("AuthFailure.SecretIdNotFound");
    }

    @Test
    void expiredSignatureIsRefused() {
        try (Sandbox late = Sandbox.start(0, SandboxAccount.DEFAULT, () -> Instant.now().plusSeconds(6 * 60))) {
            assertThat(refusal(late, credential())).isEqualTo("AuthFailure.SignatureExpire");
        }
    }

    private static String refusal(Sandbox sandbox, Credential credential) {
        return catchThrowableOfType(TencentCloudSDKException.class, () -> client(sandbox, credential).VinOCR(vin()))
                .getErrorCode();
    }

    private static Credential credential() {
        return new Credential(ACCOUNT.secretId(), ACCOUNT.secretKey());
    }

    private static OcrClient client(Sandbox sandbox, Credential credential) {
        HttpProfile http = new HttpProfile();
        http.setProtocol("http://");
        http.setEndpoint("127.0.0.1:" + sandbox.url().getPort());
        ClientProfile profile = new ClientProfile();
        profile.setHttpProfile(http);
        return new OcrClient(credential, "", profile);
    }

    private static VinOCRRequest vin() {
        VinOCRRequest request = new VinOCRRequest();
        request.setImageBase64(base64("vin-05.jpg"));
        return request;
    }

    private static VehicleLicenseOCRRequest license(String image, String side) {
        VehicleLicenseOCRRequest request = new VehicleLicenseOCRRequest();
        request.setImageBase64(base64(image));
        request.setCardSide(side);
        return request;
    }

    private static String base64(String image) {
        return Base64.getEncoder().encodeToString(Images.file(image));
    }
}
