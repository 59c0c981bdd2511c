package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.glovebox.document.Attempt;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.provider.Recognition;
import io.smallrye.mutiny.Uni;

/** A single call: credentials, timeout, failures. */
class GuardedCallTest {

    private final OperationHarness harness = new OperationHarness();

    @Test
    void missingCredentialsAreNoCallAndDoNotOpenTheBreaker() {
        GuardedOperation operation = operation(0);
        harness.provider.preparedBy(Uni.createFrom().failure(
                Failure.of(FailureCode.PROVIDER_AUTH, "no secret", "provider", RetryAdvice.NEVER).toException()));
        for (int i = 0; i < 100; i++) {
            assertThat(harness.failure(operation).code()).isEqualTo(FailureCode.PROVIDER_AUTH);
        }
        assertThat(harness.attempts).isEmpty();

        harness.provider.preparedBy(Uni.createFrom().voidItem());
        assertThat(harness.read(operation)).isNotNull();
        assertThat(harness.attempts).hasSize(1);
    }

    @Test
    void credentialsTimeOutWithTheTimeForCalls() {
        harness.provider.preparedBy(Uni.createFrom().nothing());

        assertThat(harness.failure(operation(3), Duration.ofMillis(2100)).code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);

        assertThat(Duration.ofNanos(harness.time.nanos())).isEqualTo(Duration.ofMillis(2100));
        assertThat(harness.provider.requests()).isEmpty();
    }

    @Test
    void callTimesOutWithTheTimeForCallsAndIsCancelled() {
        AtomicInteger cancelled = new AtomicInteger();
        harness.provider.answers(
                () -> Uni.createFrom().<Recognition> nothing().onCancellation().invoke(cancelled::incrementAndGet));

        Failure failure = harness.failure(operation(0), Duration.ofMillis(1100));

        assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(harness.attempts).containsExactly(new Attempt("provider", "timeout", 1100));
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void callTimesOutAfterTheProvidersTimeout() {
        harness.provider.answers(() -> Uni.createFrom().nothing());

        assertThat(harness.failure(operation(0)).code()).isEqualTo(FailureCode.TIMEOUT);

        assertThat(harness.attempts)
                .containsExactly(new Attempt("provider", "timeout", OperationHarness.CALL_TIMEOUT.toMillis()));
    }

    @ParameterizedTest
    @EnumSource(names = { "SOURCE_NOT_FOUND", "FORBIDDEN_SOURCE" })
    void sourceErrorForAnInlineImageIsAProviderFailure(FailureCode code) {
        harness.provider.fails(code);

        assertThat(harness.failure(operation(0)).code()).isEqualTo(FailureCode.PROVIDER_FAILURE);

        assertThat(harness.attempts).extracting(Attempt::outcome).containsExactly("provider-failure");
    }

    private GuardedOperation operation(int maxRetries) {
        return harness.operation(OperationHarness.retries(maxRetries));
    }
}
