package dev.glovebox.http;

import java.util.concurrent.atomic.AtomicReference;

import dev.glovebox.async.ByteBudget;
import io.vertx.ext.web.RoutingContext;

/**
 * The complete body of a request, and the memory that is reserved for it. The caller that takes the bytes releases the memory.
 * If
 * the request ends before that, the body releases the memory. Thread-safe.
 */
final class Body {

    private static final String KEY = Body.class.getName();

    private final AtomicReference<byte[]> bytes;
    private final ByteBudget.Reservation memory;

    /** @param bytes the whole body; empty if the request has none */
    Body(byte[] bytes, ByteBudget.Reservation memory) {
        this.bytes = new AtomicReference<>(bytes);
        this.memory = memory;
    }

    /** Returns the body of a request, which {@link BodyReader} has read. */
    static Body of(RoutingContext context) {
        return context.get(KEY);
    }

    void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }

    /** Removes the bytes from the request and returns them; null if the request has already ended. */
    byte[] take() {
        return bytes.getAndSet(null);
    }

    /** Releases the memory, unless the bytes have been taken. */
    void requestEnded() {
        if (take() != null) {
            memory.release();
        }
    }

    /** Returns the memory of the bytes. The caller that took the bytes releases it. */
    ByteBudget.Reservation memory() {
        return memory;
    }
}
