package dev.glovebox.http;

import java.util.concurrent.atomic.AtomicReference;

import dev.glovebox.async.ByteBudget;
import io.vertx.ext.web.RoutingContext;

/**
 * The complete body of a request, and the memory that is reserved for it. The memory belongs to the one who takes the bytes; if
 * nobody has taken them when the request ends, it is released. Thread-safe.
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

    /** Returns the bytes, which the request then no longer keeps in memory; null if the request has already ended. */
    byte[] take() {
        return bytes.getAndSet(null);
    }

    /** Releases the memory, unless the bytes have been taken. */
    void requestEnded() {
        if (take() != null) {
            memory.release();
        }
    }

    /** Returns the memory of the bytes, which the one who took them releases. */
    ByteBudget.Reservation memory() {
        return memory;
    }
}
