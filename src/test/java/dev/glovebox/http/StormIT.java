package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;

import dev.glovebox.storage.WithoutExpectation;
import dev.glovebox.testing.FlakyFront;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.S3ProxyServer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Two packaged servers share one store. Answers of the store get lost, and some calls of the provider fail. Each image is still
 * paid for once, however often its event is delivered.
 */
class StormIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUCKET = "storm";
    private static final int IMAGES = 500;
    private static final int DELIVERIES = 4;
    private static final int CALLERS = 12;
    private static final int CALLS_PER_FAILURE = 9;
    private static final int ANSWERS_PER_LOSS = 97;
    private static final Duration TIME_LIMIT = Duration.ofMinutes(2);

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    private record Event(String key, String etag, int sequence) {
    }

    @Test
    void fiveHundredImagesInTwoThousandEventsArePaidForOnceEach() throws Exception {
        HttpServer provider = provider();
        try (S3ProxyServer store = new S3ProxyServer();
                S3Client s3 = store.client(new WithoutExpectation());
                FlakyFront front = new FlakyFront(store.url(), ANSWERS_PER_LOSS)) {
            s3.createBucket(request -> request.bucket(BUCKET));
            List<Event> events = upload(s3);
            Map<String, String> settings = settings(provider, front);
            Process first = Packaged.start(settings);
            Process second = Packaged.start(settings);
            try {
                deliver(events, List.of(server(first), server(second)));
            } finally {
                first.destroyForcibly();
                second.destroyForcibly();
            }
            assertThat(failures).as("injected failures of the provider").hasPositiveValue();
            assertThat(front.lost()).as("injected failures of the store").isPositive();
            assertResults(s3);
            assertThat(calls.get()).as("calls that the provider counted").isEqualTo(IMAGES + failures.get());
        } finally {
            provider.stop(0);
        }
    }

    /** Starts a provider that fails every ninth call and answers the others with the same VIN. */
    private HttpServer provider() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] vin = "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}".getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                if (calls.incrementAndGet() % CALLS_PER_FAILURE == 0) {
                    failures.incrementAndGet();
                    exchange.sendResponseHeaders(503, -1);
                } else {
                    exchange.sendResponseHeaders(200, vin.length);
                    exchange.getResponseBody().write(vin);
                }
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private static Map<String, String> settings(HttpServer provider, FlakyFront store) {
        Map<String, String> settings = new HashMap<>();
        settings.put("GLOVEBOX_HUAWEI_ENDPOINT", "http://localhost:" + provider.getAddress().getPort());
        settings.put("GLOVEBOX_HUAWEI_PROJECT_ID", "project");
        settings.put("GLOVEBOX_HUAWEI_ACCESS_KEY", "AK");
        settings.put("GLOVEBOX_HUAWEI_SECRET_KEY", "SK");
        settings.put("GLOVEBOX_HUAWEI_MAX_RETRIES", "0");
        settings.put("GLOVEBOX_HUAWEI_BREAKER_CALLS", "100000");
        settings.put("GLOVEBOX_TIMEOUT", "10s");
        settings.put("GLOVEBOX_STORAGE_CLAIM_TIMEOUT", "15s");
        settings.put("GLOVEBOX_STORAGE_BUCKETS", BUCKET);
        settings.put("QUARKUS_S3_ENDPOINT_OVERRIDE", store.url().toString());
        settings.put("QUARKUS_S3_PATH_STYLE_ACCESS", "true");
        settings.put("QUARKUS_S3_AWS_REGION", S3ProxyServer.REGION);
        settings.put("QUARKUS_S3_AWS_CREDENTIALS_TYPE", "static");
        settings.put("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_ACCESS_KEY_ID", S3ProxyServer.ACCESS_KEY);
        settings.put("QUARKUS_S3_AWS_CREDENTIALS_STATIC_PROVIDER_SECRET_ACCESS_KEY", S3ProxyServer.SECRET_KEY);
        return settings;
    }

    private static List<Event> upload(S3Client s3) {
        byte[] image = Images.blank("png", 60, 40);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            String key = "in/车 " + i + ".png";
            String etag = s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(image)).eTag();
            for (int j = 0; j < DELIVERIES; j++) {
                events.add(new Event(key, etag.replace("\"", ""), i));
            }
        }
        Collections.shuffle(events, new Random(1));
        return events;
    }

    private static URI server(Process process) throws IOException {
        BufferedReader log = process.inputReader();
        URI server = URI.create("http://localhost:" + Packaged.port(log) + "/vin");
        // the server would block on a full pipe
        Thread.ofVirtual().start(() -> log.lines().forEach(line -> {
        }));
        return server;
    }

    /** Delivers the events like a platform: a failed event is delivered again a little later. */
    private static void deliver(List<Event> events, List<URI> servers) throws Exception {
        ConcurrentLinkedQueue<Event> queue = new ConcurrentLinkedQueue<>(events);
        AtomicInteger open = new AtomicInteger(events.size());
        AtomicInteger deliveries = new AtomicInteger();
        Semaphore never = new Semaphore(0);
        long end = System.nanoTime() + TIME_LIMIT.toNanos();
        try (HttpClient http = HttpClient.newHttpClient(); ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                running.add(callers.submit(() -> {
                    while (open.get() > 0 && System.nanoTime() < end) {
                        Event event = queue.poll();
                        if (event == null) {
                            never.tryAcquire(5, TimeUnit.MILLISECONDS);
                        } else if (succeeds(http, event, servers.get(deliveries.incrementAndGet() % servers.size()))) {
                            open.decrementAndGet();
                        } else {
                            queue.add(event);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> caller : running) {
                caller.get();
            }
            assertThat(open).as("events that did not succeed in time").hasValue(0);
        }
    }

    private static boolean succeeds(HttpClient http, Event event, URI server) throws InterruptedException {
        try {
            return http.send(request(event, server), HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
        } catch (IOException withoutAnswer) {
            return false;
        }
    }

    private static HttpRequest request(Event event, URI server) {
        String body = """
                {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3": {
                  "bucket": {"name": "%s"}, "object": {"key": "in/%%E8%%BD%%A6+%d.png", "size": 10, "eTag": "%s",
                  "sequencer": "%08X"}}}]}""".formatted(BUCKET, event.sequence(), event.etag(), event.sequence());
        return HttpRequest.newBuilder(server).timeout(Duration.ofSeconds(20)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private static void assertResults(S3Client s3) throws IOException {
        List<String> results = s3.listObjectsV2Paginator(request -> request.bucket(BUCKET)).contents().stream()
                .map(S3Object::key).filter(key -> key.endsWith(".json")).toList();
        assertThat(results).hasSize(IMAGES).allMatch(key -> key.endsWith(".png.vin.json"));
        for (String key : results) {
            JsonNode result = JSON.readTree(s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asByteArray());
            assertThat(result.path("status").asText()).as("no claim remains").isEqualTo("succeeded");
        }
    }
}
