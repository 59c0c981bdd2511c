package dev.glovebox.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves the JSON Schemas and the OpenAPI description: {@code GET /schemas/vin-1.json} and so on, {@code GET /openapi.json}.
 *
 * <p>
 * Quarkus can serve static resources itself, but needs a cache in {@code /tmp} for them. The server must also start in a
 * container with a read-only file system.
 */
@ApplicationScoped
class Descriptions {

    private static final List<String> FILES = List.of("/openapi.json", "/schemas/vin-1.json", "/schemas/vehicle-license-1.json",
            "/schemas/license-plate-1.json", "/schemas/problem-1.json");

    void register(@Observes Router router) {
        for (String file : FILES) {
            Buffer content = Buffer.buffer(read(file));
            router.get(file).handler(context -> send(context, content));
            router.head(file).handler(context -> send(context, content));
        }
    }

    private static void send(RoutingContext context, Buffer content) {
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=86400").end(content);
    }

    private static byte[] read(String file) {
        try (InputStream in = Descriptions.class.getResourceAsStream("/META-INF/resources" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
