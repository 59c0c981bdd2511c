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

    private static final RandomGenerator LEAST = () -> 0;
    private static final RandomGenerator MOST = () -> -1;

    @ParameterizedTest
    @CsvSource({ "0, 100, 200", "1, 200, 400", "2, 400, 800" })
    void shouldDoubleThePauseAndSpreadItsUpperHalf(int retries, long least, long most) {
        assertThat(rule(3, LEAST).pause(failure(RetryAdvice.WITH_BACKOFF, null), retries)).contains(Duration.ofMillis(least));
        assertThat(rule(3, MOST).pause(failure(RetryAdvice.WITH_BACKOFF, null), retries).orElseThrow())
                .isBetween(Duration.ofMillis(most).minusNanos(1000), Duration.ofMillis(most));
    }

    @ParameterizedTest
    @CsvSource({ "NEVER, 2, 0", "WITH_NEW_TOKEN, 2, 0", "ONCE, 2, 1", "ONCE, 0, 0", "WITH_BACKOFF, 2, 2", "WITH_BACKOFF, 0, 0",
            "WITH_BACKOFF, 7, 7" })
    void shouldRetryAsOftenAsAdvisedAndAllowed(RetryAdvice advice, int allowed, int expected) {
        int retries = 0;
        while (rule(allowed, LEAST).pause(failure(advice, null), retries).isPresent()) {
            retries++;
        }
        assertThat(retries).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "PT0S, PT0.1S", "PT0.05S, PT0.1S", "PT3S, PT3S", "PT10S, PT10S" })
    void shouldWaitAsLongAsTheProviderAsks(Duration asked, Duration pause) {
        assertThat(rule(2, LEAST).pause(failure(RetryAdvice.WITH_BACKOFF, asked), 0)).contains(pause);
    }

    @Test
    void shouldNotComeBackWithAllTheOthersWhoWereAskedToWait() {
        assertThat(rule(2, MOST).pause(failure(RetryAdvice.WITH_BACKOFF, Duration.ofSeconds(3)), 0).orElseThrow())
                .isBetween(Duration.ofMillis(3199), Duration.ofMillis(3200));
    }

    @Test
    void shouldNotWaitLongerThanIsWorthIt() {
        assertThat(rule(2, LEAST).pause(failure(RetryAdvice.WITH_BACKOFF, Duration.ofSeconds(11)), 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotRetryForTheTimeAskedAlone(RetryAdvice advice) {
        assertThat(rule(2, LEAST).pause(failure(advice, Duration.ofSeconds(1)), 2)).isEmpty();
    }

    @Test
    void shouldNotOverflow() {
        assertThat(new RetryRule(100, Duration.ofHours(10), MOST).pause(failure(RetryAdvice.WITH_BACKOFF, null), 99)).isEmpty();
    }

    private static RetryRule rule(int maxRetries, RandomGenerator random) {
        return new RetryRule(maxRetries, Duration.ofMillis(200), random);
    }

    private static Failure failure(RetryAdvice advice, Duration retryAfter) {
        return new Failure(FailureCode.PROVIDER_FAILURE, "as told", "provider", null, advice, retryAfter);
    }
}
