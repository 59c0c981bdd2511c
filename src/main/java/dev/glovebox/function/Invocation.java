package dev.glovebox.function;

import java.time.Instant;

/**
 * One call of a function, as its binding sees it.
 *
 * @param caller who called
 * @param deadline when the caller stops waiting
 */
record Invocation(Caller caller, Instant deadline) {

    /** The same call, taken for another's. */
    Invocation from(Caller other) {
        return new Invocation(other, deadline);
    }

    /** The same call, which is to end a little earlier, so that its failure can be told too. */
    Invocation endingEarlier() {
        return new Invocation(caller, deadline.minusMillis(250));
    }

    /** Who can call. */
    public enum Caller {
        /** The platform itself, whose events name only buckets that an operator has connected. */
        PLATFORM,
        /** Anyone with the address: buckets must be on the list. */
        HTTP
    }
}
