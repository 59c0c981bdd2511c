package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.glovebox.document.Attempt;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.provider.Recognition;
import io.smallrye.mutiny.Uni;

/** Retries of one image at one provider, within the deadline. */
class GuardedRetryTest {

    private static final Duration RESERVE = Duration.ofSeconds(8);

    private final OperationHarness harness = new OperationHarness();

    @Test
    void passingFailuresAreRetriedAndEveryCallIsReported() {
        harness.provider.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF).fails(FailureCode.THROTTLED,
                RetryAdvice.WITH_BACKOFF);

        assertThat(harness.read(operation(2))).isNotNull();

        assertThat(harness.attempts).extracting(Attempt::outcome).containsExactly("provider-failure", "throttled",
                "succeeded");
        assertThat(harness.provider.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = { "NEVER", "WITH_NEW_TOKEN" })
    void billedAndLockingFailuresAreNotRetried(RetryAdvice advice) {
        harness.provider.fails(FailureCode.PROVIDER_AUTH, advice);

        assertThat(harness.failure(operation(5)).code()).isEqualTo(FailureCode.PROVIDER_AUTH);

        assertThat(harness.provider.requests()).hasSize(1);
    }

    @Test
    void retryWaitsAsLongAsTheProviderAsks() {
        harness.throttle(Duration.ofSeconds(3));
        CompletableFuture<Recognition> result = harness.start(operation(1));

        harness.time.advance(Duration.ofMillis(2999));
        assertThat(harness.provider.requests()).hasSize(1);
        harness.time.advance(Duration.ofMillis(2));
        assertThat(harness.provider.requests()).hasSize(2);
        assertThat(result).isCompleted();
    }

    @Test
    void noRetryStartsIfItCannotEndInTime() {
        harness.failAfter(Duration.ofMillis(7900));

        // 0.9 seconds are left: too little for a call
        assertThat(harness.failure(operation(5), Duration.ofMillis(8800)).code()).isEqualTo(FailureCode.PROVIDER_FAILURE);

        assertThat(harness.provider.requests()).hasSize(1);
    }

    @Test
    void noRetryWaitsForAPauseThatEndsTooLate() {
        harness.throttle(Duration.ofSeconds(9));

        Failure failure = harness.failure(operation(5), Duration.ofMillis(9999));

        assertThat(failure.code()).isEqualTo(FailureCode.THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(harness.time.nanos()).isZero();
        assertThat(harness.provider.requests()).hasSize(1);
    }

    @Test
    void noRetryUsesTheTimeReservedForTheNextProviders() {
        harness.failAfter(Duration.ofMillis(7900));

        assertThat(harness.failure(operation(5), Duration.ofMillis(16_899), RESERVE).code())
                .isEqualTo(FailureCode.PROVIDER_FAILURE);

        assertThat(harness.provider.requests()).hasSize(1);
    }

    @Test
    void retryStartsIfTheReservedTimeStaysFree() {
        harness.failAfter(Duration.ofMillis(7900));

        assertThat(harness.read(operation(5), Duration.ofMillis(16_910), RESERVE)).isNotNull();

        assertThat(harness.provider.requests()).hasSize(2);
    }

    @Test
    void retryTimesOutWhenTheReservedTimeBegins() {
        harness.provider.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF)
                .answers(() -> Uni.createFrom().nothing());

        Failure failure = harness.failure(operation(1), Duration.ofSeconds(10), RESERVE);

        assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(harness.attempts).extracting(Attempt::outcome).containsExactly("provider-failure", "timeout");
        assertThat(Duration.ofNanos(harness.time.nanos())).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void cancelledCallerGetsNoRetry() {
        harness.throttle(Duration.ofSeconds(1));
        CompletableFuture<Recognition> result = harness.start(operation(1));

        result.cancel(true);
        harness.time.advance(Duration.ofSeconds(2));

        assertThat(harness.provider.requests()).hasSize(1);
    }

    private GuardedOperation operation(int maxRetries) {
        return harness.operation(OperationHarness.retries(maxRetries));
    }
}
