package dev.glovebox.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import io.smallrye.mutiny.Uni;

/**
 * Work that the first who asks begins, and whose end all get who ask. Whoever gives up does not end it for the others.
 *
 * <p>
 * In place of Mutiny's {@code memoize()}: who subscribes to that just when it ends, on another thread, may be handed the item
 * before the subscription, and takes what comes next for that item (seen in Mutiny 3.1.1 as a ClassCastException).
 *
 * @param <T> what it gives
 */
public final class Shared<T> {

    private final Uni<T> work;
    private final AtomicReference<CompletableFuture<T>> begun = new AtomicReference<>();

    private Shared(Uni<T> work) {
        this.work = work;
    }

    /** The work, to be subscribed to as often as one likes; it is begun once. */
    public static <T> Uni<T> of(Uni<T> work) {
        Shared<T> shared = new Shared<>(work);
        // a copy for each: Mutiny cancels the stage that it is given
        return Uni.createFrom().completionStage(() -> shared.begin().copy());
    }

    private CompletableFuture<T> begin() {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> first = begun.compareAndExchange(null, mine);
        if (first != null) {
            return first;
        }
        work.subscribe().with(mine::complete, mine::completeExceptionally);
        return mine;
    }
}
