package dev.glovebox.provider;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * How a provider is called. Immutable.
 *
 * @param timeout the maximum time of one call; positive
 * @param maxRetries the maximum number of retries; 0 or more
 * @param retryDelay the pause before the first retry; positive
 * @param rateLimit the maximum rate of calls per operation; empty for no limit
 * @param concurrency the maximum number of calls at the same time per operation; positive
 * @param breaker when the circuit breaker opens
 */
public record CallPolicy(Duration timeout, int maxRetries, Duration retryDelay, Optional<RateLimit> rateLimit, int concurrency,
        Breaker breaker) {

    /**
     * When the circuit breaker opens and how long it stays open.
     *
     * @param calls the number of the last calls that count; positive
     * @param failureRatio the share of failed calls that opens it; above 0 and at most 1
     * @param delay how long it stays open; positive
     */
    public record Breaker(int calls, double failureRatio, Duration delay) {
    }

    /**
     * Returns the policy of settings.
     *
     * @param prefix the prefix of the settings' keys, with its dot
     * @throws ConfigurationException if a value is invalid; the message names its key
     */
    public static CallPolicy of(CallSettings settings, String prefix) {
        CallSettings.BreakerSettings breaker = settings.breaker();
        check(settings.timeout().isPositive(), prefix + "timeout must be positive");
        check(settings.maxRetries() >= 0, prefix + "max-retries must be 0 or more");
        check(settings.retryDelay().isPositive(), prefix + "retry-delay must be positive");
        check(settings.concurrency() > 0, prefix + "concurrency must be 1 or more");
        check(breaker.calls() > 0, prefix + "breaker.calls must be 1 or more");
        check(breaker.failureRatio() > 0 && breaker.failureRatio() <= 1,
                prefix + "breaker.failure-ratio must be above 0 and at most 1");
        check(breaker.delay().isPositive(), prefix + "breaker.delay must be positive");
        return new CallPolicy(settings.timeout(), settings.maxRetries(), settings.retryDelay(),
                RateLimit.of(settings.rateLimit(), prefix + "rate-limit"), settings.concurrency(),
                new Breaker(breaker.calls(), breaker.failureRatio(), breaker.delay()));
    }

    private static void check(boolean valid, String message) {
        if (!valid) {
            throw new ConfigurationException(message);
        }
    }
}
