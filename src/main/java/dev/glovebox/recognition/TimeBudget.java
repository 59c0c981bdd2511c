package dev.glovebox.recognition;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of one invocation.
 *
 * @param deadline when the caller stops waiting; the result must have been written by then
 * @param clock tells how much of it is left
 */
record TimeBudget(Instant deadline, InstantSource clock) {

    /** What stays for writing the result: no call starts that would eat it up. */
    static final Duration MARGIN = Duration.ofSeconds(1);

    /** The least time worth a call: one that is given up has been paid for. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** The time for calls; not positive where it is over. */
    Duration left() {
        return Duration.between(clock.instant(), deadline).minus(MARGIN);
    }

    /** True where a call may start now. */
    boolean hasTimeForCall() {
        return hasTimeForCallAfter(Duration.ZERO);
    }

    /** True where a call may start after that. */
    boolean hasTimeForCallAfter(Duration pause) {
        return left().compareTo(pause.plus(LEAST)) >= 0;
    }
}
