package dev.glovebox.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.infrastructure.Infrastructure;

class WorkerLimitTest {

    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> started = new ArrayList<>();
    private final List<Throwable> dropped = new ArrayList<>();
    private final WorkerLimit limit = new WorkerLimit(() -> threads::add, 2, 3, () -> new IllegalStateException("full"));

    @BeforeEach
    void recordDroppedExceptions() {
        Infrastructure.setDroppedExceptionHandler(dropped::add);
    }

    @AfterEach
    void restoreHandler() {
        Infrastructure.resetDroppedExceptionHandler();
    }

    @Test
    void callsBeyondTheLimitWaitAndStartInOrder() {
        List<UniAssertSubscriber<String>> calls = List.of(call("1"), call("2"), call("3"), call("4"), call("5"));

        assertThat(threads).as("two threads run two calls").hasSize(2);
        threads.remove().run();

        assertThat(started).as("the first thread runs all calls that wait").containsExactly("1", "3", "4", "5");
        threads.remove().run();
        calls.forEach(UniAssertSubscriber::assertCompleted);
        call("6");
        assertThat(threads).as("an idle limit needs a thread again").hasSize(1);
    }

    @Test
    void callThatMayNotEvenWaitFails() {
        for (int i = 1; i <= 5; i++) {
            call("call " + i);
        }

        call("one too many").assertFailedWith(IllegalStateException.class, "full");
    }

    @Test
    void cancelledCallDoesNotStart() {
        call("1");
        call("2");
        UniAssertSubscriber<String> waiting = call("waiting");
        call("next");

        waiting.cancel();
        threads.remove().run();

        assertThat(started).containsExactly("1", "next");
        assertThat(call("a place is free again").getFailure()).isNull();
    }

    @Test
    void failureOfACallReachesItsSubscriber() {
        UniAssertSubscriber<String> failing = limit.<String> run(() -> {
            throw new IllegalArgumentException("broken");
        }).subscribe().withSubscriber(UniAssertSubscriber.create());

        threads.remove().run();

        failing.assertFailedWith(IllegalArgumentException.class, "broken");
    }

    @Test
    void failureAfterACancellationIsNotReported() {
        AtomicInteger calls = new AtomicInteger();
        UniAssertSubscriber<String> late = UniAssertSubscriber.create();
        limit.<String> run(() -> {
            calls.incrementAndGet();
            late.cancel();
            throw new IllegalArgumentException("too late");
        }).subscribe().withSubscriber(late);

        threads.remove().run();

        assertThat(calls).hasValue(1);
        assertThat(dropped).isEmpty();
    }

    private UniAssertSubscriber<String> call(String name) {
        return limit.run(() -> {
            started.add(name);
            return name;
        }).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
