package dev.glovebox.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

class RenewableTest {

    private static final Instant START = Instant.parse("2026-01-31T08:00:00Z");

    private record Value(String text, Instant renewAt, Instant expiresAt) {
    }

    private volatile Instant now = START;
    /** The loads that have started; a test completes them. */
    private final List<CompletableFuture<Value>> loads = new ArrayList<>();
    /** The cached value that each load got. */
    private final List<Value> previous = new ArrayList<>();
    private final Renewable<Value> renewable = renewable(failure -> "blocks".equals(failure.getMessage()));

    @Test
    void loadsNothingBeforeTheFirstSubscription() {
        Uni<Value> value = renewable.get();

        assertThat(loads).isEmpty();
        assertThat(renewable.cached()).isNull();
        value.subscribeAsCompletionStage();
        assertThat(loads).hasSize(1);
        assertThat(previous).containsOnlyNulls();
    }

    @Test
    void startsOneLoadForCallersOfManyThreads() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<CompletableFuture<Value>>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 20; i++) {
                callers.add(threads.submit(() -> {
                    start.await();
                    return renewable.get().subscribeAsCompletionStage();
                }));
            }
            start.countDown();
            for (Future<CompletableFuture<Value>> caller : callers) {
                assertThat(caller.get()).isNotDone();
            }
        }

        assertThat(loads).hasSize(1);
        loads.getFirst().complete(value("first"));
        for (Future<CompletableFuture<Value>> caller : callers) {
            assertThat(caller.get().join().text()).isEqualTo("first");
        }
    }

    @Test
    void goesOnWithTheLoadIfTheFirstCallerCancels() {
        CompletableFuture<Value> first = renewable.get().subscribeAsCompletionStage();
        CompletableFuture<Value> second = renewable.get().subscribeAsCompletionStage();

        first.cancel(true);
        loads.getFirst().complete(value("first"));

        assertThat(second.join().text()).isEqualTo("first");
        assertThat(renewable.cached().text()).isEqualTo("first");
        assertThat(loads).hasSize(1);
    }

    @Test
    void cachesTheValueThoughItsOnlyCallerCancels() {
        renewable.get().subscribeAsCompletionStage().cancel(true);
        loads.getFirst().complete(value("first"));

        assertThat(text(renewable.get())).isEqualTo("first");
        assertThat(loads).hasSize(1);
    }

    @Test
    void loadsAgainWhenTheValueIsDueForRenewal() {
        load("first");

        now = START.plusSeconds(599);
        assertThat(text(renewable.get())).isEqualTo("first");
        assertThat(loads).hasSize(1);

        now = START.plusSeconds(600);
        CompletableFuture<Value> renewed = renewable.get().subscribeAsCompletionStage();
        assertThat(previous.getLast().text()).isEqualTo("first");
        loads.getLast().complete(value("second"));
        assertThat(renewed.join().text()).isEqualTo("second");
    }

    @Test
    void usesTheOldValueUntilItExpiresIfRenewalsFail() {
        load("first");
        now = START.plusSeconds(600);

        CompletableFuture<Value> waiting = renewable.get().subscribeAsCompletionStage();
        loads.getLast().completeExceptionally(new IllegalStateException("down"));
        assertThat(waiting.join().text()).isEqualTo("first");
        assertThat(text(renewable.get())).as("no load within a pause").isEqualTo("first");
        assertThat(loads).hasSize(2);

        now = START.plusSeconds(660);
        CompletableFuture<Value> retrying = renewable.get().subscribeAsCompletionStage();
        assertThat(loads).hasSize(3);
        now = START.plusSeconds(1200);
        loads.getLast().completeExceptionally(new IllegalStateException("expired"));
        assertThat(retrying).isCompletedExceptionally();
    }

    @Test
    void retriesAtOnceAfterAFailureThatDoesNotBlock() {
        renewable.get().subscribeAsCompletionStage();
        loads.getLast().completeExceptionally(new IllegalStateException("down"));

        load("first");

        assertThat(loads).hasSize(2);
    }

    @Test
    void repeatsABlockingFailureWithoutALoadUntilThePauseIsOver() {
        renewable.get().subscribeAsCompletionStage();
        loads.getLast().completeExceptionally(new IllegalStateException("blocks"));

        now = START.plusSeconds(59);
        assertThatIllegalStateException().isThrownBy(() -> text(renewable.get())).withMessage("blocks");
        assertThat(loads).hasSize(1);

        now = START.plusSeconds(60);
        load("first");
        assertThat(loads).hasSize(2);
    }

    @Test
    void blockEmptiesTheCache() {
        load("first");

        renewable.block(new IllegalStateException("refused"));

        assertThat(renewable.cached()).isNull();
        assertThatIllegalStateException().isThrownBy(() -> text(renewable.get())).withMessage("refused");
        assertThat(loads).hasSize(1);
    }

    @Test
    void discardRemovesOnlyTheValueThatWasRefused() {
        load("first");
        Value refused = renewable.cached();

        renewable.discard(value("other"));
        assertThat(renewable.cached()).isSameAs(refused);

        renewable.discard(refused);
        assertThat(renewable.cached()).isNull();
        load("second");
        renewable.discard(refused);
        assertThat(text(renewable.get())).isEqualTo("second");
    }

    @Test
    void renewsARefusedValueOnceForAllRefusedCalls() {
        load("first");
        Value refused = renewable.cached();

        CompletableFuture<Value> first = renewable.renew(refused).subscribeAsCompletionStage();
        CompletableFuture<Value> second = renewable.renew(refused).subscribeAsCompletionStage();
        assertThat(text(renewable.get())).as("cached during the renewal").isEqualTo("first");
        loads.getLast().complete(value("second"));

        assertThat(first.join().text()).isEqualTo("second");
        assertThat(second.join().text()).isEqualTo("second");
        assertThat(text(renewable.renew(refused))).as("a late caller").isEqualTo("second");
        assertThat(loads).hasSize(2);
    }

    @Test
    void startsOneRenewalPerPause() {
        load("first");
        renewable.renew(renewable.cached()).subscribeAsCompletionStage();
        loads.getLast().complete(value("second"));
        Value refused = renewable.cached();

        now = START.plusSeconds(59);
        assertThat(renewable.renew(refused).await().indefinitely()).isSameAs(refused);
        assertThat(loads).hasSize(2);

        now = START.plusSeconds(60);
        renewable.renew(refused).subscribeAsCompletionStage();
        assertThat(loads).hasSize(3);
    }

    @Test
    void failsIfTheLoaderThrows() {
        Renewable<Value> broken = new Renewable<>(cached -> {
            throw new IllegalStateException("broken");
        }, Renewable.Rules.withoutExpiry(failure -> false), () -> now);

        assertThatIllegalStateException().isThrownBy(() -> text(broken.get())).withMessage("broken");
        assertThatIllegalStateException().as("again").isThrownBy(() -> text(broken.get())).withMessage("broken");
    }

    private Renewable<Value> renewable(Predicate<Throwable> blocks) {
        return new Renewable<>(cached -> {
            CompletableFuture<Value> load = new CompletableFuture<>();
            previous.add(cached);
            loads.add(load);
            return Uni.createFrom().completionStage(load);
        }, new Renewable.Rules<>(Value::renewAt, Value::expiresAt, blocks), () -> now);
    }

    private void load(String text) {
        renewable.get().subscribeAsCompletionStage();
        loads.getLast().complete(value(text));
    }

    private Value value(String text) {
        return new Value(text, now.plusSeconds(600), now.plusSeconds(1200));
    }

    private static String text(Uni<Value> value) {
        return value.await().atMost(Duration.ofSeconds(10)).text();
    }
}
