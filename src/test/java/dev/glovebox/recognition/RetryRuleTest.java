package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;

class RetryRuleTest {

    private static final RandomGenerator LOWEST = () -> 0;
    private static final RandomGenerator HIGHEST = () -> -1;

    @ParameterizedTest
    @CsvSource({ "0, 100, 200", "1, 200, 400", "2, 400, 800" })
    void pauseDoublesAndSpreadsOverItsUpperHalf(int retries, long shortest, long longest) {
        assertThat(rule(3, LOWEST).pause(failure(RetryAdvice.WITH_BACKOFF, null), retries))
                .contains(Duration.ofMillis(shortest));
        assertThat(rule(3, HIGHEST).pause(failure(RetryAdvice.WITH_BACKOFF, null), retries).orElseThrow())
                .isBetween(Duration.ofMillis(longest).minusNanos(1000), Duration.ofMillis(longest));
    }

    @ParameterizedTest
    @CsvSource({ "NEVER, 2, 0", "WITH_NEW_TOKEN, 2, 0", "ONCE, 2, 1", "ONCE, 0, 0", "WITH_BACKOFF, 2, 2", "WITH_BACKOFF, 0, 0",
            "WITH_BACKOFF, 7, 7" })
    void retriesAreLimitedByAdviceAndPolicy(RetryAdvice advice, int allowed, int expected) {
        int retries = 0;
        while (rule(allowed, LOWEST).pause(failure(advice, null), retries).isPresent()) {
            retries++;
        }
        assertThat(retries).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "PT0S, PT0.1S", "PT0.05S, PT0.1S", "PT3S, PT3S", "PT10S, PT10S" })
    void pauseIsNotShorterThanTheProviderAsks(Duration requested, Duration pause) {
        assertThat(rule(2, LOWEST).pause(failure(RetryAdvice.WITH_BACKOFF, requested), 0)).contains(pause);
    }

    @Test
    void requestedPauseIsSpread() {
        assertThat(rule(2, HIGHEST).pause(failure(RetryAdvice.WITH_BACKOFF, Duration.ofSeconds(3)), 0).orElseThrow())
                .isBetween(Duration.ofMillis(3199), Duration.ofMillis(3200));
    }

    @Test
    void longerRequestedPauseAllowsNoRetry() {
        assertThat(rule(2, LOWEST).pause(failure(RetryAdvice.WITH_BACKOFF, Duration.ofSeconds(11)), 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void requestedPauseAddsNoRetry(RetryAdvice advice) {
        assertThat(rule(2, LOWEST).pause(failure(advice, Duration.ofSeconds(1)), 2)).isEmpty();
    }

    @Test
    void manyRetriesDoNotOverflow() {
        assertThat(new RetryRule(100, Duration.ofHours(10), HIGHEST).pause(failure(RetryAdvice.WITH_BACKOFF, null), 99))
                .isEmpty();
    }

    private static RetryRule rule(int maxRetries, RandomGenerator random) {
        return new RetryRule(maxRetries, Duration.ofMillis(200), random);
    }

    private static Failure failure(RetryAdvice advice, Duration retryAfter) {
        return Failure.of(FailureCode.PROVIDER_FAILURE, "scripted").withProvider("provider", null).withRetry(advice)
                .withRetryAfter(retryAfter);
    }
}
