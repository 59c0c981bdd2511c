package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.RawServer;

/** A platform freezes an idle instance of the packaged server. Meanwhile the provider closes its connection. */
@EnabledOnOs({ OS.LINUX, OS.MAC })
class FreezeIT {

    private static final String BODY = "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}";
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length()
            + "\r\n\r\n" + BODY;

    @Test
    void thawedServerCallsTheProviderOverANewConnection() throws Exception {
        CountDownLatch frozen = new CountDownLatch(1);
        try (RawServer provider = new RawServer(); HttpClient client = HttpClient.newHttpClient()) {
            provider.always(FreezeIT::answer);
            provider.then(connection -> {
                answer(connection);
                frozen.await(20, TimeUnit.SECONDS);
            });
            Process server = Packaged.start(Map.of("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString(),
                    "GLOVEBOX_HUAWEI_ACCESS_KEY", "AK", "GLOVEBOX_HUAWEI_SECRET_KEY", "SK", "GLOVEBOX_HUAWEI_PROJECT_ID",
                    "project"));
            try (BufferedReader log = Packaged.output(server)) {
                URI url = URI.create("http://localhost:" + Packaged.port(log) + "/vin");
                assertThat(read(client, url)).isEqualTo(200);

                signal(server, "STOP");
                frozen.countDown();
                assertThat(provider.awaitNoConnection(Duration.ofSeconds(10))).as("the provider has closed its connections")
                        .isTrue();
                signal(server, "CONT");

                assertThat(read(client, url)).isEqualTo(200);
                assertThat(provider.requests()).as("one call per image").isEqualTo(2);
            } finally {
                signal(server, "CONT");
                server.destroyForcibly();
            }
        }
    }

    private static void answer(Socket connection) throws Exception {
        connection.getOutputStream().write(ANSWER.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }

    private static int read(HttpClient client, URI url) throws Exception {
        return client.send(HttpRequest.newBuilder(url).header("Content-Type", "image/jpeg").timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofByteArray(Images.file("vin-01.jpg"))).build(),
                HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    }
}
