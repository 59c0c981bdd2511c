package dev.glovebox.recognition;

import java.time.Duration;

/** Signals the retry loop to try again. Never escapes the loop. */
final class RetrySignal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration pause;

    /** @param pause the time to wait before the next attempt */
    RetrySignal(Duration pause) {
        super(null, null, false, false); // without a stack trace: the signal is control flow, not an error
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
