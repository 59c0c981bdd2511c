package dev.glovebox.storage;

import org.jboss.logging.Logger;

/**
 * Knows whether a store supports conditional requests. Thread-safe; all copies of a store share one instance. Support once lost
 * is never regained.
 */
final class S3Conditions {

    private static final Logger LOG = Logger.getLogger(S3Conditions.class);

    private volatile boolean supported = true;
    private volatile boolean probed;

    /** @param trusted true for AWS S3 itself, which needs no probe */
    S3Conditions(boolean trusted) {
        probed = trusted;
    }

    /** Returns true until the store has proved the opposite. */
    boolean isSupported() {
        return supported;
    }

    /** Returns true if the store needs no probe any more. */
    boolean isProbed() {
        return probed;
    }

    void setProbed(boolean probed) {
        this.probed = probed;
    }

    /** @param reason what the store does with conditional requests, for the log */
    void markUnsupported(String reason) {
        supported = false;
        LOG.warnf("The store does not support conditional writes (it %s): two simultaneous deliveries of one upload may both "
                + "be paid for", reason);
    }
}
