package dev.glovebox.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.smallrye.mutiny.Uni;

/**
 * A clock and a timer whose time passes only when a test advances it.
 *
 * <p>
 * Thread-safe. Tasks run on the thread that advances the time, in the order of their due times; the clock shows a task's due
 * time while the task runs. Delays below 1 ms are rejected, as Quarkus' timer does on the event loop.
 */
public final class VirtualTime extends AbstractExecutorService implements ScheduledExecutorService, InstantSource {

    private static final Instant START = Instant.parse("2026-01-31T08:00:00Z");

    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>(
            Comparator.<Task<?>> comparingLong(task -> task.due).thenComparingLong(task -> task.number));
    private long nanos;
    private long scheduled;

    @Override
    public synchronized Instant instant() {
        return START.plusNanos(nanos);
    }

    /** Returns the nanoseconds since the start. */
    public synchronized long nanos() {
        return nanos;
    }

    /** Advances the time and runs every task that becomes due. */
    public void advance(Duration duration) {
        long end = nanos() + duration.toNanos();
        while (runNext(end)) {
            // the next task may have been scheduled by the one that ran
        }
        moveTo(end);
    }

    /**
     * Advances the time from task to task until the future is done.
     *
     * @throws AssertionError if no task is left, so that the future would never be done
     */
    public void advanceUntilDone(Future<?> future) {
        while (!future.isDone()) {
            if (!runNext(Long.MAX_VALUE)) {
                throw new AssertionError("No task is left, and the future is not done");
            }
        }
    }

    /** Returns a Uni that fails that long after its subscription. */
    public <T> Uni<T> failAfter(Duration duration, Throwable failure) {
        return Uni.createFrom().voidItem().onItem().delayIt().onExecutor(this).by(duration)
                .flatMap(waited -> Uni.createFrom().failure(failure));
    }

    private boolean runNext(long end) {
        Task<?> task;
        synchronized (this) {
            tasks.removeIf(Future::isCancelled);
            if (tasks.isEmpty() || tasks.peek().due > end) {
                return false;
            }
            task = tasks.poll();
            moveTo(task.due);
        }
        task.run();
        return true;
    }

    private synchronized void moveTo(long time) {
        nanos = Math.max(nanos, time);
    }

    @Override
    public void execute(Runnable command) {
        command.run();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(() -> {
            command.run();
            return null;
        }, delay, unit);
    }

    @Override
    public synchronized <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        if (unit.toMillis(delay) < 1) {
            throw new IllegalArgumentException("A delay must be at least 1 ms");
        }
        Task<V> task = new Task<>(callable, nanos + unit.toNanos(delay), scheduled++);
        tasks.add(task);
        return task;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        throw new UnsupportedOperationException("Only single tasks are supported");
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("Only single tasks are supported");
    }

    @Override
    public void shutdown() {
        // no thread to stop
    }

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return false;
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final long due;
        private final long number;

        Task(Callable<V> callable, long due, long number) {
            super(callable);
            this.due = due;
            this.number = number;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - nanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
