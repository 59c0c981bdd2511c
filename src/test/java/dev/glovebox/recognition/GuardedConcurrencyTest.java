package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.glovebox.document.Attempt;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.RateLimit;
import dev.glovebox.provider.Recognition;
import dev.glovebox.testing.ScriptedProvider;
import io.smallrye.mutiny.Uni;

/** Many images at one provider: bulkhead, rate limit and circuit breaker together. */
class GuardedConcurrencyTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration RESERVE = Duration.ofSeconds(8);

    private final OperationHarness harness = new OperationHarness();

    @Test
    void burstIsSpacedByTheRateLimitAndNoCallIsLost() {
        List<Duration> callTimes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            harness.provider.answers(() -> {
                callTimes.add(Duration.ofNanos(harness.time.nanos()));
                return ScriptedProvider.read();
            });
        }
        List<CompletableFuture<Recognition>> burst = harness.start(100,
                harness.operation(rate(250, 20, OperationHarness.NEVER_OPEN)));

        harness.time.advance(Duration.ofSeconds(1));

        assertThat(burst).allSatisfy(caller -> assertThat(caller).isCompleted());
        assertThat(harness.attempts).hasSize(100).extracting(Attempt::outcome).containsOnly("succeeded");
        assertThat(callTimes).isEqualTo(IntStream.range(0, 100).mapToObj(i -> Duration.ofMillis(i * 4L)).toList());
    }

    @Test
    void breakerOpensAlthoughManyCallersWaitForTheRateLimit() {
        for (int i = 0; i < 100; i++) {
            harness.provider.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.ONCE);
        }
        List<CompletableFuture<Recognition>> burst = harness.start(100,
                harness.operation(rate(1000, 10, new CallPolicy.Breaker(20, 0.5, NEVER))));

        harness.time.advance(Duration.ofSeconds(1));

        assertThat(burst).allSatisfy(caller -> assertThat(caller).isCompletedExceptionally());
        assertThat(harness.provider.requests()).hasSize(20);
    }

    @Test
    void openBreakerFailsWithoutACall() {
        GuardedOperation operation = harness
                .operation(OperationHarness.concurrency(10, new CallPolicy.Breaker(1, 1, NEVER)));
        harness.provider.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF);
        harness.failure(operation);

        Failure failure = harness.failure(operation);

        assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(failure.provider()).isEqualTo("provider");
        assertThat(harness.provider.requests()).hasSize(1);
        assertThat(harness.attempts).hasSize(1);
    }

    @Test
    void callersInTheQueueFailWithoutACallOnceTheBreakerOpens() {
        List<CompletableFuture<Recognition>> answers = scriptAnswers(2);
        List<CompletableFuture<Recognition>> callers = harness.start(200,
                harness.operation(OperationHarness.concurrency(2, new CallPolicy.Breaker(1, 1, NEVER))));

        answers.forEach(answer -> answer.completeExceptionally(
                Failure.of(FailureCode.PROVIDER_FAILURE, "scripted", "provider", RetryAdvice.ONCE).toException()));

        assertThat(callers).allSatisfy(caller -> assertThat(caller).isCompletedExceptionally());
        assertThat(harness.provider.requests()).hasSize(2);
    }

    @Test
    void callerThatWaitedTooLongLeavesTheReservedTimeToTheNextProvider() {
        CompletableFuture<Recognition> answer = scriptAnswers(1).getFirst();
        GuardedOperation operation = harness
                .operation(OperationHarness.concurrency(1, OperationHarness.NEVER_OPEN));
        harness.start(operation);
        List<CompletableFuture<Recognition>> waiting = IntStream.range(0, 150)
                .mapToObj(i -> harness.start(operation, Duration.ofSeconds(12), RESERVE)).toList();

        harness.time.advance(Duration.ofSeconds(4));
        answer.complete(ScriptedProvider.recognition());

        assertThat(waiting).allSatisfy(caller -> assertThat(caller).isCompletedExceptionally()
                .failsWithin(Duration.ZERO).withThrowableThat().withMessageContaining("provider-unavailable"));
        assertThat(harness.provider.requests()).hasSize(1);
    }

    @Test
    void callerThatCannotWaitForTheRateLimitIsThrottled() {
        GuardedOperation operation = harness.operation(
                OperationHarness.rate(new RateLimit(1, Duration.ofHours(1)), 10, OperationHarness.NEVER_OPEN));
        harness.read(operation);

        Failure failure = harness.failure(operation);

        assertThat(failure.code()).isEqualTo(FailureCode.THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(harness.provider.requests()).hasSize(1);
    }

    @Test
    void callsInProgressNeverExceedTheConcurrency() {
        List<CompletableFuture<Recognition>> answers = scriptAnswers(10);
        List<CompletableFuture<Recognition>> callers = harness.start(10,
                harness.operation(OperationHarness.concurrency(2, OperationHarness.NEVER_OPEN)));

        for (int done = 0; done < 10; done++) {
            assertThat(harness.provider.requests()).as("calls after %s answers", done).hasSize(Math.min(10, done + 2));
            answers.get(done).complete(ScriptedProvider.recognition());
        }

        assertThat(callers).allSatisfy(caller -> assertThat(caller).isCompleted());
    }

    @Test
    void callerRetriesIfTheQueueIsFull() {
        CompletableFuture<Recognition> answer = scriptAnswers(1).getFirst();
        GuardedOperation operation = harness
                .operation(OperationHarness.concurrency(1, OperationHarness.NEVER_OPEN));
        List<CompletableFuture<Recognition>> queue = harness.start(201, operation);
        CompletableFuture<Recognition> rejected = harness.start(operation);

        harness.time.advance(Duration.ofMillis(950));
        assertThat(rejected).isNotDone();
        answer.complete(ScriptedProvider.recognition());
        harness.time.advance(Duration.ofMillis(50));

        assertThat(queue).allSatisfy(caller -> assertThat(caller).isCompleted());
        assertThat(rejected).isCompleted();
    }

    private List<CompletableFuture<Recognition>> scriptAnswers(int count) {
        List<CompletableFuture<Recognition>> answers = IntStream.range(0, count)
                .mapToObj(i -> new CompletableFuture<Recognition>()).toList();
        answers.forEach(answer -> harness.provider.answers(() -> Uni.createFrom().completionStage(answer)));
        return answers;
    }

    private static CallPolicy rate(int callsPerSecond, int concurrency, CallPolicy.Breaker breaker) {
        return OperationHarness.rate(new RateLimit(callsPerSecond, Duration.ofSeconds(1)), concurrency, breaker);
    }
}
