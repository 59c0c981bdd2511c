package dev.glovebox.upload;

import java.time.Duration;

/**
 * Limits the paid calls for an object whose answers cannot be stored. A claim that expires without a result may have paid for
 * an answer. After more than {@value #MAX_UNWRITTEN} such claims in a row, the next claim lasts for an hour, and no provider is
 * called under it. After that hour, one claim may call a provider again.
 */
final class UnwrittenLimit {

    /** How long no provider is called for the object. */
    static final Duration PAUSE = Duration.ofHours(1);

    private static final int MAX_UNWRITTEN = 3;

    private UnwrittenLimit() {
    }

    /** Returns true if the claim with that number of unwritten answers before it must not call a provider. */
    static boolean isExceeded(int unwrittenAnswers) {
        return unwrittenAnswers > MAX_UNWRITTEN;
    }

    /**
     * Returns the number of unwritten answers after a claim has expired.
     *
     * @param before the number that the expired claim records
     */
    static int afterExpiry(int before) {
        return isExceeded(before) ? MAX_UNWRITTEN : before + 1;
    }
}
