package dev.glovebox.recognition;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of one invocation.
 *
 * @param end when calls must have ended: the caller waits a little longer, for the result to be written
 * @param least the least time worth a call: one that is given up has been paid for
 * @param clock tells how much of it is left
 */
record TimeBudget(Instant end, Duration least, InstantSource clock) {

    /** What stays for writing the result. */
    private static final Duration MARGIN = Duration.ofSeconds(1);
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** @param deadline when the caller stops waiting */
    static TimeBudget until(Instant deadline, InstantSource clock) {
        return new TimeBudget(deadline.minus(MARGIN), LEAST, clock);
    }

    /** The time for calls; not positive where it is over. */
    Duration left() {
        return Duration.between(clock.instant(), end);
    }

    /** True where a call may start now that leaves so much for others. */
    boolean allowsCall(Duration reserve) {
        return !spare(reserve).isNegative();
    }

    /** How long a call that leaves so much for others may still be put off; negative where it is too late for it. */
    Duration spare(Duration reserve) {
        return left().minus(least).minus(reserve);
    }
}
