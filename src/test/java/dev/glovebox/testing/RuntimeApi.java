package dev.glovebox.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * A server of Lambda's Runtime API for one executable at a time. It delivers events and receives their results.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">the API</a>
 */
public final class RuntimeApi implements AutoCloseable {

    private static final String VERSION = "/2018-06-01/runtime/";
    private static final String INVOCATION = VERSION + "invocation/";

    /** The X-Ray trace header of each invocation. */
    public static final String TRACE = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    /**
     * The result or the error of an event.
     *
     * @param failed true if the function reported an error
     * @param body the result or the error, as sent
     * @param nanos the time from the call of {@link #invoke} until this arrived
     */
    public record Answer(boolean failed, Buffer body, long nanos) {
    }

    private record Invocation(String id, Buffer event, Duration timeout, CompletableFuture<Answer> answer, long since) {
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();

    /** This and {@code poller} are guarded by this object. */
    private final Queue<Invocation> waiting = new ArrayDeque<>();
    private HttpServerResponse poller;

    private final String trace;

    public RuntimeApi() {
        this(TRACE);
    }

    /** @param trace the X-Ray trace header of each invocation; null for no header */
    public RuntimeApi(String trace) {
        this.trace = trace;
        server = vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true)).requestHandler(this::handle)
                .listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API}. */
    public String address() {
        return "127.0.0.1:" + server.actualPort();
    }

    /** Delivers an event to the executable, now or after its start. */
    public CompletableFuture<Answer> invoke(Buffer event, Duration timeout) {
        Invocation invocation = new Invocation("request-" + ids.incrementAndGet(), event, timeout, new CompletableFuture<>(),
                System.nanoTime());
        synchronized (this) {
            if (poller == null) {
                waiting.add(invocation);
            } else {
                send(poller, invocation);
                poller = null;
            }
        }
        return invocation.answer();
    }

    /** Delivers an event and waits for its answer, even beyond the timeout. Validates results in the answer. */
    public Answer answer(String event, Duration timeout) throws InterruptedException {
        try {
            Answer answer = invoke(Buffer.buffer(event), timeout).get(timeout.plusSeconds(20).toMillis(),
                    TimeUnit.MILLISECONDS);
            ResultSchemas.check(answer.body().getBytes());
            return answer;
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The function did not answer", e);
        }
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.equals(INVOCATION + "next")) {
            next(request.response());
        } else if (path.startsWith(INVOCATION)) {
            String[] parts = path.substring(INVOCATION.length()).split("/");
            request.body().onSuccess(body -> {
                request.response().setStatusCode(202).end();
                Invocation invocation = running.remove(parts[0]);
                invocation.answer()
                        .complete(new Answer(parts[1].equals("error"), body, System.nanoTime() - invocation.since()));
            });
        } else {
            // an error of the start, or of a stop while it waited for an event
            request.end().onSuccess(all -> request.response().setStatusCode(202).end());
        }
    }

    private synchronized void next(HttpServerResponse response) {
        Invocation invocation = waiting.poll();
        if (invocation != null) {
            send(response, invocation);
            return;
        }
        poller = response;
        response.closeHandler(gone -> forget(response));
    }

    private synchronized void forget(HttpServerResponse response) {
        if (poller == response) {
            poller = null;
        }
    }

    private void send(HttpServerResponse response, Invocation invocation) {
        running.put(invocation.id(), invocation);
        if (trace != null) {
            response.putHeader("Lambda-Runtime-Trace-Id", trace);
        }
        response.putHeader("Lambda-Runtime-Aws-Request-Id", invocation.id())
                .putHeader("Lambda-Runtime-Deadline-Ms",
                        String.valueOf(System.currentTimeMillis() + invocation.timeout().toMillis()))
                .putHeader("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:under-test")
                .putHeader("Content-Type", "application/json").end(invocation.event());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
