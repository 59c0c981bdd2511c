package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.RawServer;
import dev.glovebox.testing.ScriptedServer;
import dev.glovebox.testing.StoreEndpoint;

/** The store of the packaged server accepts requests and never answers. */
class HungStoreIT {

    /** More than the server has worker threads. */
    private static final int EVENTS = 300;
    private static final String EVENT = """
            {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
             "s3": {"bucket": {"name": "images"}, "object": {"key": "car-%d.jpg", "size": 1000}}}]}""";

    @Test
    void callsThatDoNotNeedTheStoreAreServedWhileItHangs() throws Exception {
        try (RawServer store = new RawServer();
                ScriptedServer provider = new ScriptedServer();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HttpClient client = HttpClient.newHttpClient()) {
            store.always(RawServer.Behavior.silence());
            provider.answer(200, "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}");
            Map<String, String> settings = new HashMap<>(new StoreEndpoint(store.url(), "AK", "SK").environment());
            settings.putAll(Map.of("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString(), "GLOVEBOX_HUAWEI_ACCESS_KEY", "AK",
                    "GLOVEBOX_HUAWEI_SECRET_KEY", "SK", "GLOVEBOX_HUAWEI_PROJECT_ID", "project", "GLOVEBOX_STORAGE_BUCKETS",
                    "images", "GLOVEBOX_TIMEOUT", "20s"));
            Process server = Packaged.start(settings);
            try (BufferedReader log = Packaged.output(server)) {
                URI url = URI.create("http://localhost:" + Packaged.port(log) + "/vin");
                // a full pipe would stop the server
                Future<List<String>> lines = threads.submit(() -> log.lines().toList());
                List<CompletableFuture<HttpResponse<String>>> events = new ArrayList<>();
                for (int i = 0; i < EVENTS; i++) {
                    events.add(
                            client.sendAsync(post(url, "application/json", EVENT.formatted(i).getBytes(StandardCharsets.UTF_8)),
                                    HttpResponse.BodyHandlers.ofString()));
                }
                assertThat(store.awaitRequests(1, Duration.ofSeconds(20))).isTrue();

                HttpResponse<String> answer = client.send(post(url, "image/jpeg", Images.file("vin-01.jpg")),
                        HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(events).as("events that wait for the store").noneMatch(CompletableFuture::isDone);
                for (CompletableFuture<HttpResponse<String>> event : events) {
                    assertThat(event.get(40, TimeUnit.SECONDS).statusCode()).as("thrown back").isIn(503, 504);
                }
                server.toHandle().destroy();
                assertThat(lines.get(20, TimeUnit.SECONDS)).as("a failure after its caller has timed out is no error")
                        .noneMatch(line -> line.contains("was not handled") || line.contains("had to drop"));
            } finally {
                server.destroyForcibly();
            }
        }
    }

    private static HttpRequest post(URI url, String contentType, byte[] body) {
        return HttpRequest.newBuilder(url).header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }
}
