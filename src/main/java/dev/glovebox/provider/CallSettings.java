package dev.glovebox.provider;

import java.time.Duration;

import io.smallrye.config.WithDefault;

/** {@code glovebox.<provider>.*}: how a provider is called; the same for all providers. */
public interface CallSettings {

    /** The maximum time of one call. */
    @WithDefault("8s")
    Duration timeout();

    /** The maximum number of retries of a call. */
    @WithDefault("2")
    int maxRetries();

    /** The pause before the first retry; it doubles with each further retry. */
    @WithDefault("200ms")
    Duration retryDelay();

    /** The maximum rate of calls per operation, such as {@code 10/s} or {@code 100/m}; {@code none} for no limit. */
    @WithDefault("none")
    String rateLimit();

    /** The maximum number of calls at the same time per operation. */
    @WithDefault("50")
    int concurrency();

    /** When the circuit breaker opens. */
    BreakerSettings breaker();

    /** {@code glovebox.<provider>.breaker.*}: when the circuit breaker opens. */
    interface BreakerSettings {

        /** The number of the last calls per operation that count. */
        @WithDefault("20")
        int calls();

        /** The share of failed calls that opens the circuit breaker. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long the circuit breaker stays open; after that one call is tried. */
        @WithDefault("5s")
        Duration delay();
    }
}
