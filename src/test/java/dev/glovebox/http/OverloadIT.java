package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.RawServer;
import dev.glovebox.testing.S3ProxyServer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The packaged server with a small heap gets more images at once than fit into its memory. */
class OverloadIT {

    private static final int IMAGE_BYTES = 5_000_000;
    private static final int UPLOADS = 80;
    private static final String HEAP = "-Xmx64m";
    private static final int TIMEOUT_SECONDS = 60;
    private static final int OBJECTS = 30;
    private static final String BUCKET = "images";
    private static final String EVENT = """
            {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
             "s3": {"bucket": {"name": "%s"}, "object": {"key": "%s", "size": %d}}}]}""";
    private static final String PROVIDERS_ANSWER = "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}";

    /** A complete answer of the server. */
    private record Answer(int status, String text) {
    }

    private final CountDownLatch providerAnswers = new CountDownLatch(1);
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private RawServer provider;
    private S3ProxyServer store;
    private Process server;
    private BufferedReader log;
    private int port;
    private byte[] image;

    @BeforeEach
    void start() throws IOException {
        image = Arrays.copyOf(Files.readAllBytes(Path.of("src/test/resources/images/vin-01.jpg")), IMAGE_BYTES);
        provider = new RawServer();
        provider.always(connection -> {
            providerAnswers.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            RawServer.Behavior.http(200, "Content-Type: application/json\r\n", PROVIDERS_ANSWER).answer(connection);
        });
        store = new S3ProxyServer();
        Map<String, String> environment = new HashMap<>(store.endpoint().environment());
        environment.putAll(Map.of("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString(), "GLOVEBOX_HUAWEI_ACCESS_KEY",
                "AK", "GLOVEBOX_HUAWEI_SECRET_KEY", "SK", "GLOVEBOX_HUAWEI_PROJECT_ID", "project",
                "GLOVEBOX_HUAWEI_TIMEOUT", "60s", "GLOVEBOX_TIMEOUT", "90s", "GLOVEBOX_STORAGE_CLAIM_TIMEOUT", "120s",
                "GLOVEBOX_STORAGE_BUCKETS", BUCKET));
        server = Packaged.start(environment, HEAP);
        log = Packaged.output(server);
        port = Packaged.port(log);
        Thread.ofVirtual().start(this::drainLog);
    }

    @AfterEach
    void stop() throws IOException {
        providerAnswers.countDown();
        server.destroyForcibly();
        provider.close();
        store.close();
    }

    @Test
    void burstIsShedWhileImagesAreReadAndTheServerRecovers() throws Exception {
        for (int i = 0; i < UPLOADS; i++) {
            Thread.ofVirtual().start(() -> post("image/jpeg", image));
        }

        // the provider holds its answers, so every answer now is a refusal
        int accepted = 0;
        List<Answer> refusals = new ArrayList<>();
        while (provider.requests() + refusals.size() < UPLOADS) {
            Answer answer = answers.poll(1, TimeUnit.SECONDS);
            if (answer != null) {
                refusals.add(answer);
            }
        }
        accepted = UPLOADS - refusals.size();
        assertThat(accepted).as("images in memory").isBetween(1, 12);
        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.status()).isEqualTo(503);
            assertThat(refusal.text()).containsIgnoringCase("retry-after: 1").contains("\"code\":\"overloaded\"");
        });

        for (int i = 0; i < 100; i++) {
            post("application/json", "{\"warmup\": true}".getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(next().status()).as("a small call beside the images").isEqualTo(204);
        }

        providerAnswers.countDown();
        for (int i = 0; i < accepted; i++) {
            assertThat(next().status()).as("an accepted image").isEqualTo(200);
        }
        post("image/jpeg", image);
        assertThat(next().status()).as("an image after the burst").isEqualTo(200);
        assertThat(provider.requests()).as("calls to the provider").isEqualTo(accepted + 1);
    }

    @Test
    void eventsBeyondTheMemoryAreThrownBackAndReadLater() throws Exception {
        providerAnswers.countDown();
        Set<String> open = new LinkedHashSet<>();
        try (S3Client s3 = store.client()) {
            s3.createBucket(request -> request.bucket(BUCKET));
            for (int i = 0; i < OBJECTS; i++) {
                String key = "car-" + i + ".jpg";
                s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromBytes(image));
                open.add(key);
            }
            for (int delivery = 0; delivery < 50 && !open.isEmpty(); delivery++) {
                deliver(open);
            }
            assertThat(open).as("events without a success").isEmpty();
            assertThat(s3.listObjectsV2(request -> request.bucket(BUCKET)).contents().stream()
                    .filter(object -> object.key().endsWith(".vin.json"))).hasSize(OBJECTS);
        }
        assertThat(provider.requests()).as("calls to the provider").isEqualTo(OBJECTS);
    }

    /** Posts the events of all keys at once, and removes those that succeed. */
    private void deliver(Set<String> keys) throws Exception {
        Map<String, Future<Answer>> deliveries = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            keys.forEach(key -> deliveries.put(key, threads.submit(() -> call("application/json", EVENT.formatted(BUCKET, key,
                    IMAGE_BYTES).getBytes(StandardCharsets.UTF_8)))));
        }
        for (Map.Entry<String, Future<Answer>> delivery : deliveries.entrySet()) {
            Answer answer = delivery.getValue().get();
            assertThat(answer.status()).as(answer.text()).isIn(204, 503);
            if (answer.status() == 204) {
                keys.remove(delivery.getKey());
            }
        }
    }

    @Test
    void bodyThatDoesNotArriveHoldsNoMemoryForLong() throws Exception {
        providerAnswers.countDown();
        List<Socket> stalled = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            Socket connection = connect();
            connection.getOutputStream().write(head("image/jpeg", IMAGE_BYTES).getBytes(StandardCharsets.UTF_8));
            stalled.add(connection);
        }
        List<Integer> statuses = new ArrayList<>();
        for (Socket connection : stalled) {
            statuses.add(read(connection).status());
            connection.close();
        }

        assertThat(statuses).as("refused at once, or after ten seconds without a byte").containsOnly(503, 408)
                .contains(503, 408);
        post("image/jpeg", image);
        assertThat(next().status()).isEqualTo(200);
    }

    /** A connection that never completes the head of a request gets no answer. */
    @Test
    void headThatDoesNotArriveEndsTheConnection() throws Exception {
        try (Socket connection = connect()) {
            connection.getOutputStream().write("POST /vin HTTP/1.1\r\nHost: local".getBytes(StandardCharsets.UTF_8));

            assertThat(connection.getInputStream().read()).as("the end of the connection").isEqualTo(-1);
        }
    }

    private Answer next() throws InterruptedException {
        return answers.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private void post(String contentType, byte[] body) {
        answers.add(call(contentType, body));
    }

    private Answer call(String contentType, byte[] body) {
        try (Socket connection = connect()) {
            OutputStream out = connection.getOutputStream();
            out.write(head(contentType, body.length).getBytes(StandardCharsets.UTF_8));
            out.write(body);
            out.flush();
            return read(connection);
        } catch (IOException broken) {
            return new Answer(0, broken.toString());
        }
    }

    private Socket connect() throws IOException {
        Socket connection = new Socket(InetAddress.getLoopbackAddress(), port);
        connection.setSoTimeout((int) Duration.ofSeconds(TIMEOUT_SECONDS).toMillis());
        return connection;
    }

    private static String head(String contentType, int length) {
        return "POST /vin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private static Answer read(Socket connection) throws IOException {
        InputStream in = connection.getInputStream();
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(text.isEmpty() ? 0 : Integer.parseInt(text.split(" ", 3)[1]), text);
    }

    private void drainLog() {
        try {
            while (log.readLine() != null) {
                // readLine checks the line
            }
        } catch (IOException closed) {
            // the server has ended
        }
    }
}
