package dev.glovebox.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.async.ByteBudget;
import dev.glovebox.function.BodyMemory;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Reads the body of a request into one array, whose memory it reserves first. If the request has a content length, the array
 * has exactly that size at the end. The body handler of Vert.x grows a buffer and copies it, so that an image needs three times
 * its memory.
 *
 * <p>
 * Runs on the event loop of the request. Calls the next handler when the body is complete. A request fails if its body is too
 * long, if there is no memory for it, or if it arrives too slowly.
 */
@ApplicationScoped
class BodyReader implements Handler<RoutingContext> {

    /** The size of the array before data arrives: a caller can claim any content length without sending data. */
    private static final int INITIAL_BYTES = BodyMemory.SMALL_BODY;

    private final BodyMemory memory;

    BodyReader(BodyMemory memory) {
        this.memory = memory;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean isImage = ContentType.of(request).isImage();
        long contentLength = contentLength(request);
        if (contentLength > memory.maxBytes(isImage)) {
            reject(context, 413);
            return;
        }
        Optional<ByteBudget.Reservation> reserved = memory.reserve(contentLength < 0 ? INITIAL_BYTES : contentLength, isImage);
        if (reserved.isEmpty()) {
            reject(context, BodyMemory.overloaded());
            return;
        }
        if (request.version() != HttpVersion.HTTP_1_0
                && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        IncomingBody body = new IncomingBody(context, contentLength, isImage, reserved.get());
        context.addEndHandler(answered -> body.requestEnded());
        // an incomplete or malformed body is a fault of the caller
        request.handler(body).exceptionHandler(broken -> context.fail(400)).endHandler(end -> body.end());
        request.resume();
        body.checkPace(RequestGate.timeForBody(context));
    }

    /** Returns the content length in bytes, or -1 if the request has none. */
    private static long contentLength(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return header == null ? -1 : Long.parseLong(header);
    }

    private static void reject(RoutingContext context, int status) {
        context.fail(status);
        UnreadBody.drop(context);
    }

    private static void reject(RoutingContext context, RuntimeException failure) {
        context.fail(failure);
        UnreadBody.drop(context);
    }

    /** The part of the body that has arrived. */
    private final class IncomingBody implements Handler<Buffer> {

        private final RoutingContext context;
        private final long contentLength;
        private final boolean isImage;
        private ByteBudget.Reservation reservation;
        private byte[] bytes;
        private int length;
        private boolean isOver;
        /** Null until the body is complete. */
        private Body complete;

        IncomingBody(RoutingContext context, long contentLength, boolean isImage, ByteBudget.Reservation reservation) {
            this.context = context;
            this.contentLength = contentLength;
            this.isImage = isImage;
            this.reservation = reservation;
            bytes = new byte[(int) (contentLength < 0 ? INITIAL_BYTES : Math.min(contentLength, INITIAL_BYTES))];
        }

        @Override
        public void handle(Buffer chunk) {
            if (isOver) {
                return;
            }
            long newLength = (long) length + chunk.length();
            if (newLength > memory.maxBytes(isImage)) {
                stop();
                reject(context, 413);
                return;
            }
            if (newLength > bytes.length && !grow(newLength)) {
                stop();
                reject(context, BodyMemory.overloaded());
                return;
            }
            chunk.getBytes(bytes, length);
            length = (int) newLength;
        }

        /** Returns false if there is no memory for a body whose length is not known. */
        private boolean grow(long newLength) {
            if (contentLength >= 0) {
                bytes = Arrays.copyOf(bytes, (int) contentLength);
                return true;
            }
            int capacity = (int) Math.min(memory.maxBytes(isImage), newLength * 2);
            Optional<ByteBudget.Reservation> larger = memory.reserve(capacity, isImage);
            larger.ifPresent(reserved -> {
                bytes = Arrays.copyOf(bytes, capacity);
                reservation.release();
                reservation = reserved;
            });
            return larger.isPresent();
        }

        private void stop() {
            isOver = true;
            bytes = null;
        }

        void end() {
            if (!isOver) {
                isOver = true;
                complete = new Body(bytes.length == length ? bytes : Arrays.copyOf(bytes, length), reservation);
                bytes = null;
                complete.attachTo(context);
                context.next();
            }
        }

        void requestEnded() {
            isOver = true;
            if (complete == null) {
                reservation.release();
            } else {
                complete.requestEnded();
            }
        }

        /** Fails the request if no data arrives for a while, or if the body is not complete in time. */
        void checkPace(Duration timeLeft) {
            if (isOver) {
                return;
            }
            int lengthBefore = length;
            Duration pause = timeLeft.compareTo(ConnectionTimer.MAX_PAUSE) < 0 ? timeLeft : ConnectionTimer.MAX_PAUSE;
            context.vertx().setTimer(Math.max(1, pause.toMillis()), timer -> {
                Duration rest = timeLeft.minus(pause);
                if (isOver) {
                    return;
                }
                if (length > lengthBefore && rest.isPositive()) {
                    checkPace(rest);
                } else {
                    stop();
                    RequestGate.closeAfterAnswer(context);
                    context.fail(408);
                }
            });
        }
    }
}
