package dev.glovebox.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Posts images to a server, over one connection or many. */
final class LoadClient implements AutoCloseable {

    static final int CONNECTIONS = 64;

    private static final String IMAGE = "image/jpeg";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    LoadClient(int port) {
        this.port = port;
    }

    /** Waits until the server listens. */
    void awaitServer() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end) {
            try (Socket connected = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        }
        throw new IllegalStateException("The server does not listen");
    }

    /** Posts an image and returns the nanoseconds. Any status but 200 ends the benchmark. */
    long post(String path, byte[] image) {
        return post(path, IMAGE, image);
    }

    /** Posts any body and returns the nanoseconds. Any status but 200 ends the benchmark. */
    long post(String path, String contentType, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20)).header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The server answered " + answer.statusCode() + " " + answer.body());
            }
            return System.nanoTime() - start;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The server did not answer", e);
        }
    }

    /** Returns the answers per second. Every connection sends its next request as soon as it has an answer. */
    double throughput(String path, byte[] image, int seconds) {
        AtomicLong answered = new AtomicLong();
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.submit(() -> {
                    while (System.nanoTime() < end) {
                        post(path, image);
                        answered.incrementAndGet();
                    }
                });
            }
        }
        return answered.get() / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() {
        client.close();
    }
}
