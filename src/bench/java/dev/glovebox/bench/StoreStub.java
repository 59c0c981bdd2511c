package dev.glovebox.bench;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * A stub of S3 with the operations of an upload: objects in memory and conditional writes, without signatures. It answers at
 * once, since the time of a real store is not Glovebox's cost.
 */
final class StoreStub implements AutoCloseable {

    private record Stored(Buffer bytes, String etag) {
    }

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Stored> objects = new ConcurrentHashMap<>();
    private final AtomicLong versions = new AtomicLong();
    private final HttpServer server;

    StoreStub() {
        server = vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true)).requestHandler(this::handle)
                .listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** @param name the bucket and the key, separated by a slash */
    void put(String name, Buffer bytes) {
        objects.put("/" + name, new Stored(bytes, "\"" + versions.incrementAndGet() + "\""));
    }

    /** Returns the object as text. Returns an empty text if it does not exist. */
    String get(String name) {
        Stored stored = objects.get("/" + name);
        return stored == null ? "" : stored.bytes().toString();
    }

    void remove(String name) {
        objects.remove("/" + name);
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            switch (request.method().name()) {
                case "PUT" -> request.response().setStatusCode(write(request, body)).end();
                case "GET" -> read(request);
                default -> throw new IllegalArgumentException(request.method() + " is not supported");
            }
        });
    }

    private void read(HttpServerRequest request) {
        Stored stored = objects.get(request.path());
        if (stored == null) {
            request.response().setStatusCode(404).end();
        } else {
            request.response().putHeader("ETag", stored.etag()).putHeader("Content-Type", "image/jpeg").end(stored.bytes());
        }
    }

    private int write(HttpServerRequest request, Buffer body) {
        boolean create = request.getHeader("If-None-Match") != null;
        String match = request.getHeader("If-Match");
        Stored written = new Stored(body, "\"" + versions.incrementAndGet() + "\"");
        Stored now = objects.compute(request.path(),
                (path, old) -> create && old != null || match != null && (old == null || !old.etag().equals(match)) ? old
                        : written);
        if (now != written) {
            return 412;
        }
        request.response().putHeader("ETag", written.etag());
        return 200;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
