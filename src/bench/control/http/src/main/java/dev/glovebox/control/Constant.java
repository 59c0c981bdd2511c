package dev.glovebox.control;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * A minimal server, which reads an image and answers with a constant of the size of a result. The benchmark compares Glovebox
 * with
 * it.
 */
@ApplicationScoped
class Constant {

    private static final byte[] ANSWER = ("{\"constant\":\"" + "x".repeat(800) + "\"}").getBytes(StandardCharsets.UTF_8);

    void register(@Observes Router router) {
        router.post("/:function").handler(BodyHandler.create(false))
                .handler(
                        context -> context.response().putHeader("Content-Type", "application/json").end(Buffer.buffer(ANSWER)));
    }
}
