package dev.glovebox.recognition;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.RetryAdvice;

/**
 * Decides whether and when to retry a failed call. Immutable; thread-safe if the random generator is.
 *
 * @param maxRetries the most retries of one image at one provider; not negative
 * @param firstDelay the pause before the first retry; it doubles before each further retry
 * @param random spreads the pauses, so that callers that failed together do not retry together
 */
record RetryRule(int maxRetries, Duration firstDelay, RandomGenerator random) {

    /** If the provider asks for a longer pause, the next provider or a later delivery is the better choice. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /**
     * Returns the pause before the next retry.
     *
     * @param retries the number of retries so far
     * @return empty if no retry is allowed
     */
    Optional<Duration> pause(Failure failure, int retries) {
        if (retries >= limit(failure.retry())) {
            return Optional.empty();
        }
        Duration pause = failure.retryAfter() == null ? backoff(retries)
                : longer(backoff(retries), spread(failure.retryAfter()));
        return pause.compareTo(LONGEST_PAUSE.plus(firstDelay)) > 0 ? Optional.empty() : Optional.of(pause);
    }

    private int limit(RetryAdvice advice) {
        return switch (advice) {
            case NEVER, WITH_NEW_TOKEN -> 0;
            case ONCE -> Math.min(1, maxRetries);
            case WITH_BACKOFF -> maxRetries;
        };
    }

    /** Returns a random pause in the upper half of the doubled delay. */
    private Duration backoff(int retries) {
        long whole = firstDelay.toNanos() << Math.min(retries, 16);
        return Duration.ofNanos(whole / 2 + (long) (random.nextDouble() * whole / 2));
    }

    /** Adds up to one delay: the provider has asked other callers for the same pause. */
    private Duration spread(Duration retryAfter) {
        return retryAfter.plusNanos((long) (random.nextDouble() * firstDelay.toNanos()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
