package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.ScriptedServer;

/** A platform stops a server when it scales in. */
class ShutDownIT {

    @Test
    void completesRunningRequestsBeforeItStops() throws Exception {
        try (ScriptedServer provider = new ScriptedServer(); HttpClient client = HttpClient.newHttpClient()) {
            provider.answer(200, "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}").hang();
            Process server = Packaged.start(Map.of("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString(),
                    "GLOVEBOX_HUAWEI_ACCESS_KEY", "AK", "GLOVEBOX_HUAWEI_SECRET_KEY", "SK", "GLOVEBOX_HUAWEI_PROJECT_ID",
                    "project"));
            try (BufferedReader log = server.inputReader()) {
                CompletableFuture<HttpResponse<String>> pending = client.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + Packaged.port(log) + "/vin"))
                                .header("Content-Type", "image/jpeg")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(Images.file("vin-01.jpg"))).build(),
                        HttpResponse.BodyHandlers.ofString());
                provider.awaitRequest();

                server.destroy();
                assertThat(server.waitFor(200, TimeUnit.MILLISECONDS)).as("stopped during a call").isFalse();
                provider.release();

                HttpResponse<String> answer = pending.get(10, TimeUnit.SECONDS);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("\"value\":\"LBV2B25G2E5069977\"");
                assertThat(server.waitFor(10, TimeUnit.SECONDS)).as("stopped after the call").isTrue();
            } finally {
                server.destroyForcibly();
            }
        }
    }
}
