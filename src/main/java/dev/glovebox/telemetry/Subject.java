package dev.glovebox.telemetry;

import java.util.Objects;

/**
 * The part of an event that is known when the work begins.
 *
 * @param function the function's name
 * @param trigger the kind of call
 * @param isReading true if an image is to be read
 * @param startsInvocation true for the first event of an invocation, so that invocations can be counted
 * @param ids the ids in the event's line; never null
 */
public record Subject(String function, TriggerKind trigger, boolean isReading, boolean startsInvocation, Ids ids) {

    public Subject {
        Objects.requireNonNull(ids, "ids");
    }

    /**
     * The ids by which an operator finds an event.
     *
     * @param object the keyed hash of the object's bucket and key; null if there is no object
     * @param requestId the id of the invocation; null if it has none
     * @param traceId the caller's trace, 32 hexadecimal digits; null if there is none
     */
    public record Ids(String object, String requestId, String traceId) {

        /** No ids. */
        public static final Ids NONE = new Ids(null, null, null);
    }
}
