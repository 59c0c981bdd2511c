package dev.glovebox.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.BufferedReader;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.glovebox.testing.HttpsFront;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.ScriptedServer;
import io.restassured.response.ValidatableResponse;

/** A private authority issued the certificate of the provider. */
class UntrustedProviderIT {

    @Test
    void imageIsSentOnlyIfTheAuthorityIsTrusted() throws Exception {
        try (ScriptedServer provider = new ScriptedServer(); HttpsFront front = new HttpsFront(provider.url())) {
            provider.answer(200, "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}");

            post(front, Map.of()).statusCode(502).body("code", equalTo("provider-failure"));
            assertThat(provider.requests()).isEmpty();

            post(front, Map.of("QUARKUS_TLS_TRUST_STORE_PEM_CERTS", front.authority())).statusCode(200);
            assertThat(provider.requests()).hasSize(1);
        }
    }

    private static ValidatableResponse post(HttpsFront front, Map<String, String> trust) throws Exception {
        Map<String, String> settings = new HashMap<>(trust);
        settings.putAll(Map.of("GLOVEBOX_HUAWEI_ENDPOINT", front.url().toString(), "GLOVEBOX_HUAWEI_ACCESS_KEY", "AK",
                "GLOVEBOX_HUAWEI_SECRET_KEY", "SK", "GLOVEBOX_HUAWEI_PROJECT_ID", "project"));
        Process server = Packaged.start(settings);
        try (BufferedReader log = server.inputReader()) {
            return given().port(Packaged.port(log)).contentType("image/jpeg").body(Images.file("vin-01.jpg")).post("/vin")
                    .then();
        } finally {
            server.destroyForcibly();
        }
    }
}
