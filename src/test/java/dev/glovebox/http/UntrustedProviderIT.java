package dev.glovebox.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.BufferedReader;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.glovebox.testing.HttpsFront;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.ScriptedServer;

/** A provider whose certificate nobody has said to trust. */
class UntrustedProviderIT {

    @Test
    void shouldBeSentNoImage() throws Exception {
        try (ScriptedServer provider = new ScriptedServer(); HttpsFront front = new HttpsFront(provider.url())) {
            Process server = Packaged.start(Map.of("GLOVEBOX_HUAWEI_ENDPOINT", front.url().toString(),
                    "GLOVEBOX_HUAWEI_ACCESS_KEY", "AK", "GLOVEBOX_HUAWEI_SECRET_KEY", "SK", "GLOVEBOX_HUAWEI_PROJECT_ID",
                    "project"));
            try (BufferedReader log = server.inputReader()) {
                given().port(Packaged.port(log)).contentType("image/jpeg").body(Images.file("vin-01.jpg")).post("/vin").then()
                        .statusCode(502).body("code", equalTo("provider-failure"));
                assertThat(provider.requests()).isEmpty();
            } finally {
                server.destroyForcibly();
            }
        }
    }
}
