package dev.glovebox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Many images, whose events reach two packaged servers several times at once. Failed events are delivered again until all
 * events have succeeded.
 */
public final class Storm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CALLERS = 12;
    private static final Duration TIME_LIMIT = Duration.ofMinutes(4);
    private static final int PAUSE_MILLIS = 200;

    private record Event(String key, String etag, int sequence) {
    }

    private final S3Client s3;
    private final String bucket;
    private final List<Event> events = new ArrayList<>();
    private int images;

    /** @param s3 a client of the store; closed by the caller */
    public Storm(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /**
     * Uploads images.
     *
     * @param deliveries how often the event of each image is delivered, all at once
     */
    public Storm upload(int count, int deliveries) {
        byte[] image = Images.blank("png", 60, 40);
        for (int i = 0; i < count; i++) {
            String key = "in/车 " + i + ".png";
            String etag = s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(image)).eTag();
            for (int j = 0; j < deliveries; j++) {
                events.add(new Event(key, etag.replace("\"", ""), i));
            }
        }
        images = count;
        return this;
    }

    /** Starts two servers with that environment, delivers all events, and stops the servers. */
    public Storm deliver(Map<String, String> environment) throws Exception {
        Map<String, String> all = new HashMap<>(environment);
        all.put("GLOVEBOX_STORAGE_BUCKETS", bucket);
        Process first = Packaged.start(all);
        Process second = Packaged.start(all);
        try {
            deliver(List.of(server(first), server(second)));
        } finally {
            first.destroyForcibly();
            second.destroyForcibly();
        }
        return this;
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
    private void deliver(List<URI> servers) throws Exception {
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
                            never.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
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

    private boolean succeeds(HttpClient http, Event event, URI server) throws InterruptedException {
        try {
            return http.send(request(event, server), HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
        } catch (IOException withoutAnswer) {
            return false;
        }
    }

    private HttpRequest request(Event event, URI server) {
        String body = """
                {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3": {
                  "bucket": {"name": "%s"}, "object": {"key": "in/%%E8%%BD%%A6+%d.png", "size": 10, "eTag": "%s",
                  "sequencer": "%08X"}}}]}""".formatted(bucket, event.sequence(), event.etag(), event.sequence());
        return HttpRequest.newBuilder(server).timeout(Duration.ofSeconds(20)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    /** Asserts that each image has a final result, and that no claim remains. */
    public void assertResults() throws IOException {
        List<String> results = s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix("in/")).contents().stream()
                .map(S3Object::key).filter(key -> key.endsWith(".json")).toList();
        assertThat(results).hasSize(images).allMatch(key -> key.endsWith(".png.vin.json"));
        for (String key : results) {
            JsonNode result = JSON.readTree(s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArray());
            assertThat(result.path("status").asText()).as("no claim remains").isEqualTo("succeeded");
        }
    }
}
