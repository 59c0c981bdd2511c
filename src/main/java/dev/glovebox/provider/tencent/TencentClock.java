package dev.glovebox.provider.tencent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time that signatures contain. It follows the service's clock if that has refused a signature as expired.
 *
 * <p>
 * Thread-safe. Several calls may correct the offset at the same time; the last one wins.
 */
final class TencentClock {

    /** The service accepts five minutes. Its dates are rounded to seconds, and answers take some time. */
    private static final Duration MIN_CORRECTION = Duration.ofMinutes(1);

    private final InstantSource clock;
    private volatile Duration offset = Duration.ZERO;

    TencentClock(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns how far the service's clock is ahead, as far as known. */
    Duration offset() {
        return offset;
    }

    /** Returns the current time with an offset. */
    Instant now(Duration ahead) {
        return clock.instant().plus(ahead);
    }

    /**
     * Corrects the offset after an expired signature.
     *
     * @param serviceTime the service's time; null if its answer has none
     * @param usedOffset the offset of the refused signature; another call may have corrected the offset meanwhile
     * @return true if a signature with the new offset differs enough for a retry
     */
    boolean correct(Instant serviceTime, Duration usedOffset) {
        if (serviceTime == null) {
            return false;
        }
        Duration corrected = Duration.between(clock.instant(), serviceTime);
        offset = corrected;
        return corrected.minus(usedOffset).abs().compareTo(MIN_CORRECTION) > 0;
    }
}
