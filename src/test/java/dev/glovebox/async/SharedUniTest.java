package dev.glovebox.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

class SharedUniTest {

    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void startsTheWorkOnceWithTheFirstSubscription() {
        Uni<String> shared = SharedUni.of(Uni.createFrom().item(() -> "end " + begun.incrementAndGet()));
        assertThat(begun).hasValue(0);

        assertThat(end(shared)).isEqualTo("end 1");
        assertThat(end(shared)).isEqualTo("end 1");
    }

    @Test
    void failsForAllSubscribers() {
        Uni<String> shared = SharedUni
                .of(Uni.createFrom().failure(() -> new IllegalStateException("" + begun.incrementAndGet())));

        assertThatIllegalStateException().isThrownBy(() -> end(shared)).withMessage("1");
        assertThatIllegalStateException().isThrownBy(() -> end(shared)).withMessage("1");
    }

    @Test
    void goesOnForTheOthersIfOneSubscriberCancels() {
        CompletableFuture<String> work = new CompletableFuture<>();
        Uni<String> shared = SharedUni.of(Uni.createFrom().completionStage(work));
        CompletableFuture<String> first = shared.subscribeAsCompletionStage();
        CompletableFuture<String> second = shared.subscribeAsCompletionStage();

        first.cancel(true);
        work.complete("end");

        assertThat(second.join()).isEqualTo("end");
        assertThat(end(shared)).isEqualTo("end");
    }

    /** As if another thread ended the work during a subscription: memoize() sends the item first. */
    @Test
    void subscribersGetTheSubscriptionBeforeTheItem() {
        CompletableFuture<String> work = new CompletableFuture<>();
        Uni<String> shared = SharedUni.of(Uni.createFrom().completionStage(work));
        shared.subscribeAsCompletionStage();
        List<String> signals = new ArrayList<>();

        shared.subscribe().withSubscriber(new UniSubscriber<String>() {
            @Override
            public void onSubscribe(UniSubscription subscription) {
                work.complete("end");
                signals.add("subscription");
            }

            @Override
            public void onItem(String item) {
                signals.add(item);
            }

            @Override
            public void onFailure(Throwable failure) {
                signals.add("failure");
            }
        });

        assertThat(signals).containsExactly("subscription", "end");
    }

    private static String end(Uni<String> shared) {
        return shared.await().atMost(Duration.ofSeconds(10));
    }
}
