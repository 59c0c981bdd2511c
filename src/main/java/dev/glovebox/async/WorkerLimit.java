package dev.glovebox.async;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Runs blocking calls on worker threads, at most a certain number at once. If the called system hangs, its calls do not occupy
 * the threads that other work needs.
 *
 * <p>
 * Thread-safe. Calls start in the order of their subscriptions. A result is delivered on the worker thread. If a subscriber
 * cancels, its call does not start; a call that has started continues, and its result is dropped.
 */
public final class WorkerLimit {

    private final Supplier<Executor> workers;
    private final int maxRunning;
    private final int maxWaiting;
    private final Supplier<? extends RuntimeException> full;
    private final Deque<Call<?>> queue = new ArrayDeque<>();
    private int running;

    /**
     * @param workers returns the executor of the worker threads when it is first needed
     * @param maxRunning the most calls that run at once; positive
     * @param maxWaiting the most calls that wait; not negative
     * @param full makes the failure of a call that may not even wait
     */
    public WorkerLimit(Supplier<Executor> workers, int maxRunning, int maxWaiting, Supplier<? extends RuntimeException> full) {
        this.workers = workers;
        this.maxRunning = maxRunning;
        this.maxWaiting = maxWaiting;
        this.full = full;
    }

    /** Runs a call when subscribed to. A runtime exception of the call becomes the failure. */
    public <T> Uni<T> run(Supplier<T> call) {
        return Uni.createFrom().emitter(emitter -> {
            Call<T> waiting = new Call<>(call, emitter);
            emitter.onTermination(() -> cancel(waiting));
            submit(waiting);
        });
    }

    private void submit(Call<?> call) {
        synchronized (this) {
            if (running >= maxRunning) {
                if (queue.size() < maxWaiting) {
                    queue.add(call);
                    return;
                }
            } else {
                running++;
                workers.get().execute(() -> runAll(call));
                return;
            }
        }
        call.fail(full.get());
    }

    private synchronized void cancel(Call<?> call) {
        call.isCancelled = true;
        queue.remove(call);
    }

    /** Runs a call, and then those that wait, on the same thread. */
    private void runAll(Call<?> first) {
        for (Call<?> call = first; call != null; call = next()) {
            call.run();
        }
    }

    private synchronized Call<?> next() {
        Call<?> next = queue.poll();
        if (next == null) {
            running--;
        }
        return next;
    }

    private static final class Call<T> {

        private final Supplier<T> work;
        private final UniEmitter<? super T> emitter;
        private volatile boolean isCancelled;

        Call(Supplier<T> work, UniEmitter<? super T> emitter) {
            this.work = work;
            this.emitter = emitter;
        }

        void run() {
            if (isCancelled) {
                return;
            }
            T result;
            try {
                result = work.get();
            } catch (RuntimeException failure) {
                fail(failure);
                return;
            }
            emitter.complete(result);
        }

        /** Mutiny would log a failure without a subscriber. */
        void fail(RuntimeException failure) {
            if (!isCancelled) {
                emitter.fail(failure);
            }
        }
    }
}
