package dev.glovebox.function;

import dev.glovebox.trace.Correlation;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.glovebox.trace.TraceContext;

/**
 * One call of a function, as its binding sees it.
 *
 * @param caller who called
 * @param deadline when the caller stops waiting
 * @param correlation what it is known by elsewhere
 * @param told whether an event was told of it: the first of them counts the invocation
 */
record Invocation(Caller caller, Instant deadline, Correlation correlation, AtomicBoolean told) {

    Invocation(Caller caller, Instant deadline, Correlation correlation) {
        this(caller, deadline, correlation, new AtomicBoolean());
    }

    /** The same call, taken for another's. */
    Invocation from(Caller other) {
        return new Invocation(other, deadline, correlation, told);
    }

    /** The same call, of that trace where it names one. */
    Invocation in(TraceContext trace) {
        return new Invocation(caller, deadline, new Correlation(correlation.requestId(), trace.or(correlation.trace())), told);
    }

    /** The same call, which ends at that time at the latest. */
    Invocation endingBy(Instant latest) {
        return latest.isBefore(deadline) ? new Invocation(caller, latest, correlation, told) : this;
    }

    /** The same call, which is to end a little earlier, so that its failure can be told too. */
    Invocation endingEarlier() {
        return new Invocation(caller, deadline.minusMillis(250), correlation, told);
    }

    /** Who can call. */
    public enum Caller {
        /** The platform itself, whose events name only buckets that an operator has connected. */
        PLATFORM,
        /** Anyone with the address: buckets must be on the list. */
        HTTP
    }
}
