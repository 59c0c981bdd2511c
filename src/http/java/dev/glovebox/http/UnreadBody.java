package dev.glovebox.http;

import java.time.Duration;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * The rest of the body of a request that has already failed. Most clients stop sending when they get the
 * answer. For the others, the server reads and drops the rest: they would otherwise find a broken connection in place of the
 * answer.
 */
final class UnreadBody {

    /** Reading too early costs the server what the client need not send. */
    private static final Duration TIME_TO_STOP = Duration.ofMillis(100);
    /** At least as many chunks as the server already holds of a paused request. */
    private static final int HELD_CHUNKS = 16;
    private static final Duration MAX_TIME = Duration.ofSeconds(5);
    private static final long MAX_BYTES = 32L << 20;

    private final RoutingContext context;
    private long length;
    private boolean isComplete;

    private UnreadBody(RoutingContext context) {
        this.context = context;
    }

    /**
     * Drops the rest of the body. Closes the connection if the body is long, or does not end in time. Runs on the event loop of
     * the request.
     */
    static void drop(RoutingContext context) {
        UnreadBody body = new UnreadBody(context);
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(chunk -> body.count(chunk.length())).exceptionHandler(broken -> body.isComplete = true)
                .endHandler(end -> body.isComplete = true);
        request.pause().fetch(HELD_CHUNKS);
        context.vertx().setTimer(TIME_TO_STOP.toMillis(), timer -> body.resume());
        context.vertx().setTimer(MAX_TIME.toMillis(), timer -> body.abort());
    }

    private void resume() {
        if (!isComplete && !context.request().isEnded()) {
            context.request().resume();
        }
    }

    private void count(int bytes) {
        length += bytes;
        if (length > MAX_BYTES) {
            abort();
        }
    }

    private void abort() {
        if (isComplete) {
            return;
        }
        isComplete = true;
        if (context.request().version() == HttpVersion.HTTP_2) {
            context.response().reset();
        } else {
            context.request().connection().close();
        }
    }
}
