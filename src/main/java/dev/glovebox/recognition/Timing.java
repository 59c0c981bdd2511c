package dev.glovebox.recognition;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * The clocks and the timer of provider calls. Tests replace all three by one virtual time.
 *
 * @param clock the time of day, for deadlines and for the duration of calls
 * @param ticker a monotonic time in nanoseconds, for the rate limit
 * @param timer runs pauses and timeouts; continuations run on its threads
 */
record Timing(InstantSource clock, LongSupplier ticker, ScheduledExecutorService timer) {

    /** Returns the timing of production: the system's ticker and Mutiny's worker pool. */
    static Timing of(InstantSource clock) {
        return new Timing(clock, System::nanoTime, Infrastructure.getDefaultWorkerPool());
    }

    /**
     * Emits the item after a delay, rounded up to milliseconds: Quarkus' timer rejects shorter delays. Without a delay it emits
     * at once on the subscriber's thread, otherwise on the timer's. Cancellation ends the wait.
     *
     * @param delay not negative
     */
    <T> Uni<T> delay(T item, Duration delay) {
        Uni<T> now = Uni.createFrom().item(item);
        return delay.isZero() ? now
                : now.onItem().delayIt().onExecutor(timer).by(Duration.ofMillis(delay.plusNanos(999_999).toMillis()));
    }
}
