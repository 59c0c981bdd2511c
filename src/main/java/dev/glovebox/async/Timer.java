package dev.glovebox.async;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

/**
 * Makes pauses without a waiting thread.
 *
 * <p>
 * Thread-safe. What follows a pause runs on a thread of the timer. Cancellation ends the pause.
 */
public final class Timer {

    private final Supplier<ScheduledExecutorService> executor;

    /** @param executor returns the executor when it is first needed */
    public Timer(Supplier<ScheduledExecutorService> executor) {
        this.executor = Objects.requireNonNull(executor, "executor");
    }

    /**
     * Completes after a delay.
     *
     * @param delay rounded up to milliseconds, and at least one: Quarkus' timer rejects shorter delays
     */
    public Uni<Void> delay(Duration delay) {
        long millis = Math.max(1, delay.plusNanos(999_999).toMillis());
        return Uni.createFrom().voidItem().onItem().delayIt().onExecutor(executor.get()).by(Duration.ofMillis(millis));
    }
}
