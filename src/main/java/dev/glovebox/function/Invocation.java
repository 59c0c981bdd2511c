package dev.glovebox.function;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.glovebox.async.Deadline;
import dev.glovebox.trace.Correlation;
import dev.glovebox.trace.TraceContext;

/**
 * One call of a function. Its binding makes it, by {@link Invocations}, and passes it to the function as context data.
 *
 * @param caller the kind of caller
 * @param deadline when the caller stops waiting
 * @param correlation the ids of the call
 * @param counted whether an event of this invocation was published: the first event counts the invocation
 */
public record Invocation(Caller caller, Deadline deadline, Correlation correlation, AtomicBoolean counted) {

    /** The kinds of callers. */
    public enum Caller {
        /** The platform itself. Its events name only buckets that an operator has connected. */
        PLATFORM,
        /** Anyone who can reach the address. Buckets must be in {@code glovebox.storage.buckets}. */
        HTTP
    }

    Invocation(Caller caller, Deadline deadline, Correlation correlation) {
        this(caller, deadline, correlation, new AtomicBoolean());
    }

    /** Returns the id of the call; never null. */
    public String requestId() {
        return correlation.requestId();
    }

    /**
     * Returns the call that a gateway's event contains.
     *
     * @param trace the trace in the headers of the gateway's request
     * @param timeout how long a call may take
     */
    Invocation behindGateway(TraceContext trace, Duration timeout) {
        return new Invocation(Caller.HTTP, deadline.within(timeout).forGateway(),
                new Correlation(correlation.requestId(), trace.or(correlation.trace())), counted);
    }
}
