package dev.glovebox.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;

class ByteBudgetTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final ScheduledExecutorService executor = new ScheduledThreadPoolExecutor(1);
    private final Timer timer = new Timer(() -> executor);
    private final ByteBudget budget = new ByteBudget(100);
    private final List<String> started = new ArrayList<>();

    @AfterEach
    void stopTimer() {
        executor.shutdownNow();
    }

    @Test
    void reservationsFitIntoTheBudget() {
        ByteBudget.Reservation first = budget.tryReserve(60).orElseThrow();

        assertThat(budget.tryReserve(41)).isEmpty();
        assertThat(budget.tryReserve(40)).isPresent();
        first.release();
        first.release();
        assertThat(budget.reserved()).as("released once").isEqualTo(40);
    }

    @Test
    void reservationBeyondTheBudgetSucceedsAlone() {
        ByteBudget.Reservation large = budget.tryReserve(500).orElseThrow();

        assertThat(budget.tryReserve(1)).isEmpty();
        large.release();
        assertThat(budget.tryReserve(1)).isPresent();
        assertThat(budget.tryReserve(500)).isEmpty();
    }

    @Test
    void reservationChangesItsSize() {
        ByteBudget.Reservation first = budget.tryReserve(10).orElseThrow();
        ByteBudget.Reservation other = budget.tryReserve(50).orElseThrow();

        assertThat(first.tryResize(50)).isTrue();
        assertThat(first.tryResize(51)).isFalse();
        assertThat(budget.reserved()).isEqualTo(100);
        first.resize(120);
        assertThat(budget.reserved()).isEqualTo(170);
        first.resize(20);
        other.release();
        assertThat(first.tryResize(300)).as("a single reservation may exceed the budget").isTrue();
        first.release();
        first.resize(70);
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void waitingReservationsSucceedInOrder() {
        ByteBudget.Reservation first = budget.tryReserve(100).orElseThrow();
        UniAssertSubscriber<String> large = subscribe("large", 80);
        UniAssertSubscriber<String> small = subscribe("small", 30);

        first.resize(65);

        assertThat(started).as("the small one fits, but the large one came first").isEmpty();
        first.release();
        assertThat(started).containsExactly("large");
        large.cancel();
        assertThat(started).containsExactly("large", "small");
        small.cancel();
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void cancelledWaiterLetsTheNextOnePass() {
        budget.tryReserve(60).orElseThrow();
        UniAssertSubscriber<String> large = subscribe("large", 80);
        subscribe("small", 30);

        large.cancel();

        assertThat(started).containsExactly("small");
        assertThat(budget.reserved()).isEqualTo(90);
    }

    @Test
    void failedWorkReleasesItsBytes() {
        UniAssertSubscriber<String> failing = budget
                .reserve(80, Duration.ZERO, timer, ByteBudgetTest::exhausted,
                        memory -> Uni.createFrom().<String> failure(new IllegalStateException("broken")))
                .subscribe().withSubscriber(UniAssertSubscriber.create());

        failing.assertFailedWith(IllegalStateException.class, "broken");
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void waitEndsWithTheFailure() {
        budget.tryReserve(60).orElseThrow();

        assertThatThrownBy(() -> reserve("late", 80, Duration.ofMillis(1)).await().atMost(Duration.ofSeconds(5)))
                .hasMessage("exhausted");
        assertThatThrownBy(() -> reserve("impatient", 80, Duration.ZERO).await().atMost(Duration.ofSeconds(5)))
                .hasMessage("exhausted");
        assertThat(started).isEmpty();
        assertThat(budget.reserved()).isEqualTo(60);
    }

    @Test
    void tooManyWaitersFailAtOnce() {
        budget.tryReserve(100).orElseThrow();
        for (int i = 0; i < 1_000; i++) {
            subscribe("waiter", 10);
        }

        subscribe("one too many", 10).assertFailedWith(IllegalArgumentException.class, "exhausted");
    }

    @Test
    void capacityIsPositive() {
        assertThatThrownBy(() -> new ByteBudget(0)).hasMessage("capacity must be positive");
    }

    /** Threads reserve, release, cancel and time out at random. Nothing leaks, and the budget is never exceeded. */
    @Test
    void budgetHoldsUnderConcurrentUse() throws InterruptedException {
        ByteBudget shared = new ByteBudget(1_000);
        AtomicLong excess = new AtomicLong();
        int threads = 4;
        int rounds = 2_000;
        CountDownLatch done = new CountDownLatch(threads * rounds);
        for (int thread = 0; thread < threads; thread++) {
            Random random = new Random(thread);
            Thread.startVirtualThread(() -> {
                for (int i = 0; i < rounds; i++) {
                    long bytes = 1 + random.nextInt(400);
                    Uni<Void> work = shared.reserve(bytes, Duration.ofMillis(random.nextInt(3)), timer,
                            ByteBudgetTest::exhausted, memory -> {
                                if (shared.reserved() > 1_000) {
                                    excess.incrementAndGet();
                                }
                                return timer.delay(Duration.ofNanos(1));
                            });
                    AtomicBoolean isDone = new AtomicBoolean();
                    Runnable finish = () -> {
                        if (isDone.compareAndSet(false, true)) {
                            done.countDown();
                        }
                    };
                    UniAssertSubscriber<Void> subscriber = work.onItemOrFailure().invoke((item, failure) -> finish.run())
                            .subscribe()
                            .withSubscriber(UniAssertSubscriber.create());
                    if (random.nextInt(4) == 0) {
                        subscriber.cancel();
                        finish.run();
                    }
                }
            });
        }
        done.await();

        assertThat(excess).hasValue(0);
        assertThat(shared.reserved()).isZero();
    }

    private UniAssertSubscriber<String> subscribe(String name, long bytes) {
        return reserve(name, bytes, LONG).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    /** Work that records its start and never ends. */
    private Uni<String> reserve(String name, long bytes, Duration maxWait) {
        return budget.reserve(bytes, maxWait, timer, ByteBudgetTest::exhausted, memory -> {
            started.add(name);
            return Uni.createFrom().emitter((UniEmitter<? super String> endless) -> {
            });
        });
    }

    private static RuntimeException exhausted() {
        return new IllegalArgumentException("exhausted");
    }
}
