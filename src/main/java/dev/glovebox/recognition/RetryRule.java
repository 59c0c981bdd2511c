package dev.glovebox.recognition;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.RetryAdvice;

/**
 * When a failed call is made again.
 *
 * @param maxRetries how often at most
 * @param firstDelay the pause before the first retry, which doubles before each further one
 * @param random spreads the pauses, so that callers who failed together do not come back together
 */
record RetryRule(int maxRetries, Duration firstDelay, RandomGenerator random) {

    /** Who is asked to wait longer than this asks another, or leaves it to the platform to come back. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /**
     * The pause before the next try.
     *
     * @param retries how many there were before it
     * @return empty where there is to be none
     */
    Optional<Duration> pause(Failure failure, int retries) {
        if (retries >= limit(failure.retry())) {
            return Optional.empty();
        }
        Duration pause = failure.retryAfter() == null ? backoff(retries)
                : longer(backoff(retries), asked(failure.retryAfter()));
        return pause.compareTo(LONGEST_PAUSE.plus(firstDelay)) > 0 ? Optional.empty() : Optional.of(pause);
    }

    private int limit(RetryAdvice advice) {
        return switch (advice) {
            case NEVER, WITH_NEW_TOKEN -> 0;
            case ONCE -> Math.min(1, maxRetries);
            case WITH_BACKOFF -> maxRetries;
        };
    }

    /** Between half and the whole of what the doubling gives. */
    private Duration backoff(int retries) {
        long whole = firstDelay.toNanos() << Math.min(retries, 16);
        return Duration.ofNanos(whole / 2 + (long) (random.nextDouble() * whole / 2));
    }

    /** What the provider asks for, and a little of our own on top: it has asked others for the same. */
    private Duration asked(Duration retryAfter) {
        return retryAfter.plusNanos((long) (random.nextDouble() * firstDelay.toNanos()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
