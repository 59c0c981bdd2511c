package dev.glovebox.recognition;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Calls at a rate: each caller has its own moment, in the order in which they came, and knows it at once. (The library's rate
 * limit refuses whoever is early, and counts most of those it has refused.)
 */
final class Pace {

    /**
     * A caller's moment.
     *
     * @param delay how long it is until then
     * @param taken false where that is longer than the caller can wait: the moment is another's
     */
    record Moment(Duration delay, boolean taken) {
    }

    private final long spacing;
    private final LongSupplier nanos;
    private long next;

    /**
     * @param spacing from one call to the next
     * @param nanos a time that only rises, in nanoseconds
     */
    Pace(Duration spacing, LongSupplier nanos) {
        this.spacing = spacing.toNanos();
        this.nanos = nanos;
        next = nanos.getAsLong();
    }

    /** @param longest how long the caller can wait */
    synchronized Moment take(Duration longest) {
        long now = nanos.getAsLong();
        long moment = next - now > 0 ? next : now;
        Duration delay = Duration.ofNanos(moment - now);
        boolean taken = delay.compareTo(longest) <= 0;
        if (taken) {
            next = moment + spacing;
        }
        return new Moment(delay, taken);
    }
}
