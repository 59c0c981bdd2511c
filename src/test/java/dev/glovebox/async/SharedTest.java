package dev.glovebox.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

class SharedTest {

    private static final int ROUNDS = 20_000;

    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void shouldBeginWithTheFirstAndOnce() {
        Uni<String> shared = Shared.of(Uni.createFrom().item(() -> "end " + begun.incrementAndGet()));
        assertThat(begun).hasValue(0);

        assertThat(end(shared)).isEqualTo("end 1");
        assertThat(end(shared)).isEqualTo("end 1");
    }

    @Test
    void shouldFailForAllAsItFailed() {
        Uni<String> shared = Shared.of(Uni.createFrom().failure(() -> new IllegalStateException("" + begun.incrementAndGet())));

        assertThatIllegalStateException().isThrownBy(() -> end(shared)).withMessage("1");
        assertThatIllegalStateException().isThrownBy(() -> end(shared)).withMessage("1");
    }

    @Test
    void shouldGoOnForTheOthersWhereOneGivesUp() {
        CompletableFuture<String> work = new CompletableFuture<>();
        Uni<String> shared = Shared.of(Uni.createFrom().completionStage(work));
        CompletableFuture<String> first = shared.subscribeAsCompletionStage();
        CompletableFuture<String> second = shared.subscribeAsCompletionStage();

        first.cancel(true);
        work.complete("end");

        assertThat(second.join()).isEqualTo("end");
        assertThat(end(shared)).isEqualTo("end");
    }

    /** Each round, one thread ends the work while another asks for it: with memoize() one round or other goes wrong. */
    @Test
    void shouldHandOverItsEndToWhoeverAsksAtThatMoment() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<CompletableFuture<String>> works = new ArrayList<>();
        List<Uni<Integer>> shared = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            CompletableFuture<String> work = new CompletableFuture<>();
            works.add(work);
            Uni<String> one = Shared.of(Uni.createFrom().completionStage(work));
            one.subscribeAsCompletionStage();
            shared.add(one.flatMap(end -> Uni.createFrom().item(end.length())));
        }
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> ending = other.submit(() -> {
                for (CompletableFuture<String> work : works) {
                    barrier.await();
                    work.complete("end");
                }
                return null;
            });
            for (Uni<Integer> one : shared) {
                barrier.await();
                assertThat(one.await().atMost(Duration.ofSeconds(10))).isEqualTo(3);
            }
            ending.get();
        }
    }

    private static String end(Uni<String> shared) {
        return shared.await().atMost(Duration.ofSeconds(10));
    }
}
