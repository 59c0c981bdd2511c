package dev.glovebox.provider;

import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * How a provider is called.
 *
 * @param timeout how long one call may take
 * @param maxRetries how often a call is made again where that can help
 * @param retryDelay how long to wait before the first retry
 * @param rateLimit the most calls in a time, for each operation; empty for no limit
 * @param concurrency the most calls at once, for each operation
 * @param breaker when to stop asking for a while
 */
public record CallPolicy(Duration timeout, int maxRetries, Duration retryDelay, Optional<RateLimit> rateLimit, int concurrency,
        Breaker breaker) {

    /**
     * @param calls how many of the last calls are looked at
     * @param failureRatio the share of them that must have failed, above 0 and up to 1
     * @param delay how long nobody asks
     */
    public record Breaker(int calls, double failureRatio, Duration delay) {
    }

    /**
     * The policy that is set.
     *
     * @param prefix of the settings' keys, with its dot
     * @throws ConfigurationException where a value makes no sense; the message names its key
     */
    public static CallPolicy of(CallSettings settings, String prefix) {
        CallSettings.BreakerSettings breaker = settings.breaker();
        check(settings.timeout().isPositive(), prefix + "timeout must be longer than nothing");
        check(settings.maxRetries() >= 0, prefix + "max-retries must be 0 or more");
        check(settings.retryDelay().isPositive(), prefix + "retry-delay must be longer than nothing");
        check(settings.concurrency() > 0, prefix + "concurrency must be 1 or more");
        check(breaker.calls() > 0, prefix + "breaker.calls must be 1 or more");
        check(breaker.failureRatio() > 0 && breaker.failureRatio() <= 1,
                prefix + "breaker.failure-ratio must be above 0 and at most 1");
        check(breaker.delay().isPositive(), prefix + "breaker.delay must be longer than nothing");
        return new CallPolicy(settings.timeout(), settings.maxRetries(), settings.retryDelay(),
                RateLimit.of(settings.rateLimit(), prefix + "rate-limit"), settings.concurrency(),
                new Breaker(breaker.calls(), breaker.failureRatio(), breaker.delay()));
    }

    private static void check(boolean makesSense, String message) {
        if (!makesSense) {
            throw new ConfigurationException(message);
        }
    }
}
