package dev.glovebox.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.async.ByteBudget;
import dev.glovebox.function.BodyMemory;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
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
        boolean isImage = isImage(request.getHeader(HttpHeaders.CONTENT_TYPE));
        long contentLength = contentLength(request);
        if (contentLength > memory.maxBytes(isImage)) {
            context.fail(413);
            return;
        }
        IncomingBody body = new IncomingBody(context, contentLength, isImage);
        Context eventLoop = context.vertx().getOrCreateContext();
        Cancellable waiting = memory.reserve(contentLength < 0 ? INITIAL_BYTES : contentLength, isImage,
                reserved -> run(eventLoop, () -> body.start(reserved)),
                overloaded -> run(eventLoop, () -> context.fail(overloaded)));
        context.addEndHandler(answered -> body.requestEnded(waiting));
    }

    /** Returns true if the body is the image itself. Another body needs more memory, since it contains an image. */
    private static boolean isImage(String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    /** Returns the content length in bytes, or -1 if the request has none. */
    private static long contentLength(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return header == null ? -1 : Long.parseLong(header);
    }

    /**
     * Runs a task on an event loop. If this is its thread, the task runs at once: otherwise the beginnings of many bodies would
     * be in memory before the first one is refused.
     */
    private static void run(Context eventLoop, Runnable task) {
        if (Vertx.currentContext() == eventLoop) {
            task.run();
        } else {
            eventLoop.runOnContext(ignored -> task.run());
        }
    }

    /** The part of the body that has arrived. */
    private final class IncomingBody implements Handler<Buffer> {

        private final RoutingContext context;
        private final long contentLength;
        private final boolean isImage;
        /** Null until there is memory. */
        private ByteBudget.Reservation reservation;
        private byte[] bytes;
        private int length;
        private boolean isOver;
        /** Null until the body is complete. */
        private Body complete;

        IncomingBody(RoutingContext context, long contentLength, boolean isImage) {
            this.context = context;
            this.contentLength = contentLength;
            this.isImage = isImage;
        }

        /** Reads the body, for which there is memory now. */
        void start(ByteBudget.Reservation reserved) {
            if (isOver) {
                return;
            }
            reservation = reserved;
            bytes = new byte[(int) (contentLength < 0 ? INITIAL_BYTES : Math.min(contentLength, INITIAL_BYTES))];
            HttpServerRequest request = context.request();
            if (request.version() != HttpVersion.HTTP_1_0
                    && "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
                context.response().writeContinue();
            }
            // an incomplete or malformed body is a fault of the caller
            request.handler(this).exceptionHandler(broken -> context.fail(400)).endHandler(end -> end());
            request.resume();
            checkPace(RequestGate.timeForBody(context));
        }

        @Override
        public void handle(Buffer chunk) {
            if (isOver) {
                return;
            }
            long newLength = (long) length + chunk.length();
            if (newLength > memory.maxBytes(isImage)) {
                stop();
                context.fail(413);
                return;
            }
            if (newLength > bytes.length && !grow(newLength)) {
                stop();
                context.fail(BodyMemory.overloaded());
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
            Optional<ByteBudget.Reservation> larger = memory.tryReserve(capacity, isImage);
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

        /** @param waiting the waiting for the first memory, which has ended if the body has started */
        void requestEnded(Cancellable waiting) {
            isOver = true;
            if (complete != null) {
                complete.requestEnded();
            } else if (reservation != null) {
                reservation.release();
            } else {
                waiting.cancel();
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
