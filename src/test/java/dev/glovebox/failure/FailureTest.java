package dev.glovebox.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void newFailureHasNoProviderAndNoRetry() {
        Failure failure = Failure.of(FailureCode.INVALID_REQUEST, "detail");

        assertThat(failure.provider()).isNull();
        assertThat(failure.providerCode()).isNull();
        assertThat(failure.requestId()).isNull();
        assertThat(failure.retryAfter()).isNull();
        assertThat(failure.retry()).isEqualTo(RetryAdvice.NEVER);
    }

    @Test
    void changeOfOnePartKeepsTheOtherParts() {
        Failure failure = Failure.of(FailureCode.THROTTLED, "detail").withRequestId("id").withProvider("name", "code")
                .withRetryAfter(Duration.ofSeconds(1)).withRetry(RetryAdvice.ONCE).as(FailureCode.TIMEOUT);

        assertThat(failure).isEqualTo(new Failure(FailureCode.TIMEOUT, "detail", new Failure.Origin("name", "code", "id"),
                RetryAdvice.ONCE, Duration.ofSeconds(1)));
    }

    @Test
    void hasCodeComparesTheCodeOfAnException() {
        assertThat(FailureException.hasCode(Failure.of(FailureCode.TIMEOUT, "x").toException(), FailureCode.TIMEOUT)).isTrue();
        assertThat(FailureException.hasCode(Failure.of(FailureCode.TIMEOUT, "x").toException(), FailureCode.THROTTLED))
                .isFalse();
        assertThat(FailureException.hasCode(new IllegalStateException(), FailureCode.TIMEOUT)).isFalse();
    }
}
