package dev.glovebox.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.smallrye.mutiny.Uni;

/**
 * Runs one piece of work for several subscribers. The first subscription starts the work. All subscribers get the item
 * or the failure of the work, even if they subscribe after the work has ended.
 *
 * <p>
 * A workaround for a race in Mutiny 3.1.1. If a thread subscribes to {@code uni.memoize().indefinitely()} while another thread
 * completes it, the subscriber may get {@code onItem} before {@code onSubscribe}. That breaks the subscriber with a
 * {@code ClassCastException}.
 *
 * <p>
 * Thread-safe. The work runs on the thread of the first subscriber, unless it switches threads itself. Subscribers are called
 * on the thread that ends the work, in no particular order. If the work has ended, they are called on their own thread. A
 * subscriber that cancels gets nothing more; the work goes on for the others.
 *
 * @param <T> the type of the item
 */
public final class SharedUni<T> {

    private final Uni<T> work;
    private final AtomicReference<CompletableFuture<T>> started = new AtomicReference<>();

    private SharedUni(Uni<T> work) {
        this.work = work;
    }

    /**
     * Returns a {@link Uni} that runs the work once, however often it is subscribed to.
     *
     * @param work the work; the first subscriber to the returned {@link Uni} starts it
     */
    public static <T> Uni<T> of(Uni<T> work) {
        SharedUni<T> shared = new SharedUni<>(work);
        // if a subscriber cancels, Mutiny cancels its stage: a copy protects the other subscribers
        return Uni.createFrom().completionStage(() -> shared.start().copy());
    }

    private CompletableFuture<T> start() {
        CompletableFuture<T> created = new CompletableFuture<>();
        CompletableFuture<T> existing = started.compareAndExchange(null, created);
        if (existing != null) {
            return existing;
        }
        work.subscribe().with(created::complete, created::completeExceptionally);
        return created;
    }
}
