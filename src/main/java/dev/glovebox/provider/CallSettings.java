package dev.glovebox.provider;

import java.time.Duration;

import io.smallrye.config.WithDefault;

/** {@code glovebox.<provider>.*}: how a provider is called, whichever it is. */
public interface CallSettings {

    /** How long one call may take. */
    @WithDefault("8s")
    Duration timeout();

    /** How often a call is made again where that can help. */
    @WithDefault("2")
    int maxRetries();

    /** How long to wait before the first retry; twice as long before each further one. */
    @WithDefault("200ms")
    Duration retryDelay();

    /** The most calls in a time, for each operation: {@code 10/s}, {@code 100/m}; or {@code none}. */
    @WithDefault("none")
    String rateLimit();

    /** The most calls at once, for each operation. */
    @WithDefault("50")
    int concurrency();

    /** When to stop asking for a while. */
    BreakerSettings breaker();

    /** {@code glovebox.<provider>.breaker.*} */
    interface BreakerSettings {

        /** How many of the last calls are looked at, for each operation. */
        @WithDefault("20")
        int calls();

        /** The share of them that must have failed. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long nobody asks; after that one call is tried. */
        @WithDefault("5s")
        Duration delay();
    }
}
