package dev.glovebox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;

/** An HTTP server with scripted answers. It records the requests. */
public final class ScriptedServer implements AutoCloseable {

    /** A recorded request. */
    public record Request(String method, URI uri, Headers headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private record Script(int status, Map<String, String> headers, byte[] body, boolean chunked) {
    }

    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Semaphore arrived = new Semaphore(0);
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    public ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                requests.add(new Request(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(),
                        exchange.getRequestBody().readAllBytes()));
                arrived.release();
                if (hanging.getCount() > 0) {
                    await(hanging);
                }
                Script script = scripts.poll();
                if (script != null) {
                    script.headers().forEach(exchange.getResponseHeaders()::set);
                    exchange.sendResponseHeaders(script.status(), length(script));
                    exchange.getResponseBody().write(script.body());
                }
                // without a script the connection is closed
            }
        });
        server.setExecutor(executor);
        server.start();
    }

    /** Returns the length for the server: -1 for no body, and 0 for a body in chunks. */
    private static long length(Script script) {
        return script.body().length == 0 ? -1 : script.chunked() ? 0 : script.body().length;
    }

    /** Adds an answer in chunks, without a {@code Content-Length}. */
    public ScriptedServer answerInChunks(int status, Map<String, String> headers, byte[] body) {
        scripts.add(new Script(status, headers, body, true));
        return this;
    }

    /** Delays all answers until {@link #release} or {@link #close}. */
    public void hang() {
        hanging = new CountDownLatch(1);
    }

    /** Sends the delayed answers. */
    public void release() {
        hanging.countDown();
    }

    /** Waits for one more request. */
    public void awaitRequest() throws InterruptedException {
        awaitRequests(1);
    }

    /** Waits for that many more requests. */
    public void awaitRequests(int count) throws InterruptedException {
        if (!arrived.tryAcquire(count, 10, TimeUnit.SECONDS)) {
            throw new AssertionError("No request arrived");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Adds an answer. */
    public ScriptedServer answer(int status, Map<String, String> headers, String body) {
        return answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds an answer with any bytes. */
    public ScriptedServer answer(int status, Map<String, String> headers, byte[] body) {
        scripts.add(new Script(status, headers, body, false));
        return this;
    }

    /** Adds a JSON answer. */
    public ScriptedServer answer(int status, String json) {
        return answer(status, Map.of("Content-Type", "application/json"), json);
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        hanging.countDown();
        server.stop(0);
        executor.close();
    }
}
