package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.Recognition;
import dev.glovebox.testing.ScriptedProvider;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.mutiny.Uni;

/** The library's breaker has a timer of its own: these tests wait for its events, or use a delay that never ends. */
class CircuitBreakerTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final CountDownLatch halfOpen = new CountDownLatch(1);
    private int calls;

    @Test
    void opensAtTheFailureRatioAndRejectsCalls() {
        CircuitBreaker breaker = breaker(0.5, NEVER);
        open(breaker);

        assertRejected(call(breaker, ScriptedProvider.read()));
        assertThat(calls).isEqualTo(4);
    }

    @Test
    void staysClosedBelowTheFailureRatio() {
        CircuitBreaker breaker = breaker(0.75, NEVER);
        call(breaker, failure(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF));
        call(breaker, failure(FailureCode.TIMEOUT, RetryAdvice.WITH_BACKOFF));
        call(breaker, ScriptedProvider.read());
        call(breaker, ScriptedProvider.read());

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void allowsOneProbeAfterTheDelayAndClosesIfItSucceeds() throws InterruptedException {
        CircuitBreaker breaker = breaker(0.5, Duration.ofMillis(1));
        open(breaker);
        awaitHalfOpen();

        CompletableFuture<Recognition> answer = new CompletableFuture<>();
        CompletableFuture<Recognition> probe = call(breaker, Uni.createFrom().completionStage(answer));
        assertRejected(call(breaker, ScriptedProvider.read()));
        assertThat(calls).isEqualTo(5);

        answer.complete(ScriptedProvider.recognition());
        assertThat(probe).isCompleted();
        assertThat(call(breaker, ScriptedProvider.read())).isCompleted();
    }

    @ParameterizedTest
    @EnumSource(names = { "INVALID_REQUEST", "IMAGE_TOO_LARGE", "UNSUPPORTED_IMAGE", "NOT_RECOGNIZED", "THROTTLED",
            "PROVIDER_AUTH", "PROVIDER_BILLING" })
    void verdictsOnTheCallerDoNotOpen(FailureCode code) {
        CircuitBreaker breaker = breaker(0.1, NEVER);
        for (int i = 0; i < 20; i++) {
            call(breaker, failure(code, RetryAdvice.ONCE));
        }

        assertThat(breaker.isOpen()).isFalse();
        assertThat(calls).isEqualTo(20);
    }

    @Test
    void unknownProviderCodesDoNotOpen() {
        CircuitBreaker breaker = breaker(0.1, NEVER);
        for (int i = 0; i < 20; i++) {
            call(breaker, failure(FailureCode.PROVIDER_FAILURE, RetryAdvice.NEVER));
        }

        assertThat(breaker.isOpen()).isFalse();
        assertThat(calls).isEqualTo(20);
    }

    private CircuitBreaker breaker(double failureRatio, Duration delay) {
        return new CircuitBreaker("provider", new CallPolicy.Breaker(4, failureRatio, delay), state -> {
            if (state == CircuitBreakerState.HALF_OPEN) {
                halfOpen.countDown();
            }
        });
    }

    /** Two of four calls fail. */
    private void open(CircuitBreaker breaker) {
        call(breaker, failure(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF));
        call(breaker, ScriptedProvider.read());
        call(breaker, ScriptedProvider.read());
        call(breaker, failure(FailureCode.TIMEOUT, RetryAdvice.WITH_BACKOFF));
    }

    private void awaitHalfOpen() throws InterruptedException {
        assertThat(halfOpen.await(30, TimeUnit.SECONDS)).as("the breaker becomes half-open").isTrue();
    }

    private CompletableFuture<Recognition> call(CircuitBreaker breaker, Uni<Recognition> answer) {
        return breaker.call(() -> answer.onSubscription().invoke(() -> calls++)).subscribeAsCompletionStage();
    }

    private static void assertRejected(CompletableFuture<Recognition> call) {
        assertThat(call.handle((read, thrown) -> thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown))
                .isCompletedWithValueMatching(CircuitBreakerOpenException.class::isInstance);
    }

    private static Uni<Recognition> failure(FailureCode code, RetryAdvice retry) {
        return Uni.createFrom().failure(Failure.of(code, "scripted", "provider", retry).toException());
    }
}
