package dev.glovebox.async;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Limits the bytes that images and bodies occupy in memory at once, so that a burst of calls cannot exhaust the heap. A caller
 * reserves bytes before it loads them, and releases them afterwards.
 *
 * <p>
 * Thread-safe. A reservation larger than the whole budget succeeds while nothing else is reserved, so that every image can be
 * read. Waiting reservations succeed in the order in which they began to wait, on the thread that releases the bytes.
 * {@link #tryReserve} does not wait, and may overtake them.
 */
public final class ByteBudget {

    /** The most reservations that wait. */
    private static final int MAX_WAITING = 1_000;

    private enum State {
        WAITING,
        HELD,
        RELEASED
    }

    private final long capacity;
    private final Deque<Reservation> queue = new ArrayDeque<>();
    private long reserved;

    /** @param capacity the bytes that can be reserved at once; positive */
    public ByteBudget(long capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("capacity must be positive");
        }
        this.capacity = capacity;
    }

    /** Bytes that are reserved until they are released. Thread-safe: the lock of the budget guards the state. */
    public final class Reservation {

        private long bytes;
        private State state;
        private UniEmitter<? super Void> waiter;

        private Reservation(long bytes, State state) {
            this.bytes = bytes;
            this.state = state;
        }

        /**
         * Reserves another number of bytes in place of the current one.
         *
         * @return false if the budget does not allow it; the reservation is unchanged then
         */
        public boolean tryResize(long newBytes) {
            synchronized (ByteBudget.this) {
                boolean isAlone = reserved == bytes;
                if (newBytes > bytes && !isAlone && reserved - bytes + newBytes > capacity) {
                    return false;
                }
            }
            resize(newBytes);
            return true;
        }

        /** Reserves another number of bytes in place of the current one, even beyond the budget. */
        public void resize(long newBytes) {
            synchronized (ByteBudget.this) {
                if (state != State.HELD) {
                    return;
                }
                reserved += newBytes - bytes;
                bytes = newBytes;
            }
            resumeWaiting();
        }

        /** Returns the bytes to the budget, or stops waiting for them. Further calls do nothing. */
        public void release() {
            synchronized (ByteBudget.this) {
                switch (state) {
                    case WAITING -> queue.remove(this);
                    case HELD -> reserved -= bytes;
                    case RELEASED -> {
                        return;
                    }
                }
                state = State.RELEASED;
            }
            resumeWaiting();
        }

        private void hold() {
            reserved += bytes;
            state = State.HELD;
        }
    }

    /** Reserves bytes; empty if the budget does not allow it now. */
    public synchronized Optional<Reservation> tryReserve(long bytes) {
        if (!fits(bytes)) {
            return Optional.empty();
        }
        Reservation reservation = new Reservation(bytes, State.WAITING);
        reservation.hold();
        return Optional.of(reservation);
    }

    /**
     * Does work that loads bytes, as soon as they can be reserved. Releases them when the work ends, fails or is cancelled.
     *
     * @param maxWait how long to wait for the bytes; no wait if not positive
     * @param timer measures the wait
     * @param exhausted makes the failure if the bytes are not free in time, or if too many callers wait
     */
    public <T> Uni<T> reserve(long bytes, Duration maxWait, Timer timer, Supplier<? extends RuntimeException> exhausted,
            Function<Reservation, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Reservation reservation = new Reservation(bytes, State.WAITING);
            return acquire(reservation, maxWait, timer, exhausted).flatMap(held -> work.apply(reservation)).onTermination()
                    .invoke(reservation::release);
        });
    }

    /** Returns the bytes that can be reserved at once. */
    public long capacity() {
        return capacity;
    }

    /** Returns the bytes that are reserved now. */
    public synchronized long reserved() {
        return reserved;
    }

    private Uni<Void> acquire(Reservation reservation, Duration maxWait, Timer timer,
            Supplier<? extends RuntimeException> exhausted) {
        synchronized (this) {
            if (queue.isEmpty() && fits(reservation.bytes)) {
                reservation.hold();
                return Uni.createFrom().voidItem();
            }
            if (maxWait.isNegative() || maxWait.isZero() || queue.size() >= MAX_WAITING) {
                return Uni.createFrom().failure(exhausted.get());
            }
        }
        Uni<Void> granted = Uni.createFrom().emitter(waiter -> {
            synchronized (this) {
                reservation.waiter = waiter;
                queue.add(reservation);
            }
            // bytes may have been released in the meantime
            resumeWaiting();
        });
        Uni<Void> late = timer.delay(maxWait).onItem().failWith(exhausted);
        return Uni.combine().any().of(granted, late);
    }

    private void resumeWaiting() {
        List<UniEmitter<? super Void>> waiters = new ArrayList<>();
        synchronized (this) {
            while (!queue.isEmpty() && fits(queue.peek().bytes)) {
                Reservation next = queue.remove();
                next.hold();
                waiters.add(next.waiter);
            }
        }
        waiters.forEach(waiter -> waiter.complete(null));
    }

    private boolean fits(long bytes) {
        return reserved == 0 || reserved + bytes <= capacity;
    }
}
