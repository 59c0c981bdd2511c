package dev.glovebox.http;

import java.util.Arrays;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Reads the body of a request into one array. If the request has a content length, the array has exactly that size at the end.
 * The body handler of Vert.x grows a buffer and copies it, so that an image needs three times its memory.
 *
 * <p>
 * Runs on the event loop of the request. Calls the next handler when the body is complete.
 */
final class BodyReader implements Handler<RoutingContext> {

    private static final String KEY = BodyReader.class.getName();
    /** The size of the array before data arrives: a caller can claim any content length without sending data. */
    private static final int INITIAL_BYTES = 64 * 1024;

    private final int maxBytes;

    /** @param maxBytes the size of the longest body; a longer one fails with status 413 */
    BodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Returns the body of a request that this handler has read; empty if the request has none. */
    static byte[] of(RoutingContext context) {
        return context.get(KEY);
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        long contentLength = contentLength(request);
        if (contentLength > maxBytes) {
            context.fail(413);
            return;
        }
        if (request.version() != HttpVersion.HTTP_1_0
                && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        BodyBuffer body = new BodyBuffer(context, contentLength);
        // an incomplete or malformed body is a fault of the caller
        request.handler(body).exceptionHandler(broken -> context.fail(400)).endHandler(end -> body.end());
        request.resume();
    }

    /** Returns the content length in bytes, or -1 if the request has none. */
    private static long contentLength(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return header == null ? -1 : Long.parseLong(header);
    }

    /** The part of the body that has arrived. */
    private final class BodyBuffer implements Handler<Buffer> {

        private final RoutingContext context;
        private final long contentLength;
        private byte[] bytes;
        private int length;
        private boolean rejected;

        BodyBuffer(RoutingContext context, long contentLength) {
            this.context = context;
            this.contentLength = contentLength;
            this.bytes = new byte[(int) (contentLength < 0 ? INITIAL_BYTES : Math.min(contentLength, INITIAL_BYTES))];
        }

        @Override
        public void handle(Buffer chunk) {
            if (rejected) {
                return;
            }
            long newLength = (long) length + chunk.length();
            if (newLength > maxBytes) {
                rejected = true;
                bytes = null;
                // the server does not wait for the rest of the body, which may never arrive
                context.addEndHandler(answered -> context.request().connection().close());
                context.fail(413);
                return;
            }
            if (newLength > bytes.length) {
                bytes = Arrays.copyOf(bytes,
                        (int) Math.min(maxBytes, Math.max(newLength, contentLength < 0 ? newLength * 2 : contentLength)));
            }
            chunk.getBytes(bytes, length);
            length = (int) newLength;
        }

        void end() {
            if (!rejected) {
                context.put(KEY, bytes.length == length ? bytes : Arrays.copyOf(bytes, length));
                context.next();
            }
        }
    }
}
