package dev.glovebox.recognition;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Spaces calls evenly: each accepted caller gets its own slot, one spacing after the previous slot.
 *
 * <p>
 * Slots are given in the order of the {@link #acquire} calls. A rejected caller does not consume a slot. Unused slots are not
 * saved for a later burst. (The rate limit of SmallRye Fault Tolerance rejects early callers, and counts most of the calls that
 * it rejects.)
 *
 * <p>
 * Thread-safe. {@code acquire} never waits: the caller waits for its slot itself. A caller that gives up cannot return its
 * slot.
 */
final class RateLimiter {

    /**
     * The answer to one caller.
     *
     * @param delay the time until the slot; not negative
     * @param accepted false if the delay exceeds the caller's limit; the caller has no slot then
     */
    record Reservation(Duration delay, boolean accepted) {
    }

    private final long spacingNanos;
    private final LongSupplier ticker;
    private long nextSlot;

    /**
     * Creates a limiter whose first slot is now.
     *
     * @param spacing the time from one slot to the next
     * @param ticker a monotonic time in nanoseconds, such as {@link System#nanoTime()}
     */
    RateLimiter(Duration spacing, LongSupplier ticker) {
        this.spacingNanos = spacing.toNanos();
        this.ticker = ticker;
        nextSlot = ticker.getAsLong();
    }

    /**
     * Acquires the next free slot if it comes soon enough.
     *
     * @param maxDelay the longest time that the caller can wait
     */
    synchronized Reservation acquire(Duration maxDelay) {
        long now = ticker.getAsLong();
        // the difference, not the values: a ticker may overflow
        long slot = nextSlot - now > 0 ? nextSlot : now;
        Duration delay = Duration.ofNanos(slot - now);
        boolean accepted = delay.compareTo(maxDelay) <= 0;
        if (accepted) {
            nextSlot = slot + spacingNanos;
        }
        return new Reservation(delay, accepted);
    }
}
