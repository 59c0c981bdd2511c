package dev.glovebox.http;

import java.util.Arrays;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Takes a request's body into one array, of just its size where that is announced. Vert.x' own handler grows a buffer, which is
 * copied to be read: an image would take three times its memory.
 */
final class WholeBody implements Handler<RoutingContext> {

    private static final String KEY = WholeBody.class.getName();
    /** What a length is worth that is only announced. */
    private static final int UNSEEN = 64 * 1024;

    private final int maxBytes;

    /** @param maxBytes where a longer body is refused, with status 413 */
    WholeBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The body; empty where the request has none. */
    static byte[] of(RoutingContext context) {
        return context.get(KEY);
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        long announced = announced(request);
        if (announced > maxBytes) {
            context.fail(413);
            return;
        }
        if (request.version() != HttpVersion.HTTP_1_0
                && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        Gathered gathered = new Gathered(context, announced);
        // cut off, or not HTTP: the caller's fault, if there still is a caller
        request.handler(gathered).exceptionHandler(broken -> context.fail(400)).endHandler(end -> gathered.end());
        request.resume();
    }

    /** -1 where it is not announced. */
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? -1 : Long.parseLong(length);
    }

    /** What has arrived of a body. */
    private final class Gathered implements Handler<Buffer> {

        private final RoutingContext context;
        private final long announced;
        private byte[] bytes;
        private int length;
        private boolean refused;

        Gathered(RoutingContext context, long announced) {
            this.context = context;
            this.announced = announced;
            this.bytes = new byte[(int) (announced < 0 ? UNSEEN : Math.min(announced, UNSEEN))];
        }

        @Override
        public void handle(Buffer chunk) {
            if (refused) {
                return;
            }
            long wanted = (long) length + chunk.length();
            if (wanted > maxBytes) {
                refused = true;
                bytes = null;
                // nobody waits for an end that may never come
                context.addEndHandler(answered -> context.request().connection().close());
                context.fail(413);
                return;
            }
            if (wanted > bytes.length) {
                bytes = Arrays.copyOf(bytes,
                        (int) Math.min(maxBytes, Math.max(wanted, announced < 0 ? wanted * 2 : announced)));
            }
            chunk.getBytes(bytes, length);
            length = (int) wanted;
        }

        void end() {
            if (!refused) {
                context.put(KEY, bytes.length == length ? bytes : Arrays.copyOf(bytes, length));
                context.next();
            }
        }
    }
}
