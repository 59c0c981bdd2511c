package dev.glovebox.telemetry;

import java.time.Instant;
import java.util.List;

import dev.glovebox.document.Attempt;

/**
 * What became of one image, or of an invocation that had none. Nothing in it is of what the image shows, nor where it lies.
 *
 * @param time when it ended
 * @param function the function's name
 * @param trigger what it was called by
 * @param startsInvocation true for the first event of each invocation, of which several may have one
 * @param isReading true for an image, false for a ping, or what could not be understood
 * @param outcome {@code succeeded}, {@code skipped} where there was nothing to read, or the code of the failure
 * @param millis how long it took
 * @param bytes the image's length; null where it was not fetched
 * @param answer who answered; never null
 * @param failovers how often one provider left the image to the next
 * @param duplicate true where the result was there already, and no call was made
 * @param takenOver true where another had claimed the image, and never finished: it may be paid for again
 * @param review whether a person should look at the result; null where none was made now
 * @param object the keyed hash of the object's bucket and key; null where there is no object
 * @param requestId the invocation's id; null where it has none
 * @param traceId the caller's trace, 32 hexadecimal digits; likewise
 */
public record ReadingEvent(Instant time, String function, TriggerKind trigger, boolean startsInvocation, boolean isReading,
        String outcome, long millis, Long bytes, Answer answer, int failovers, boolean duplicate, boolean takenOver,
        Boolean review, String object, String requestId, String traceId) {

    /** The outcome of an image that has its result. */
    public static final String SUCCEEDED = "succeeded";
    /** The outcome where there was nothing to read. */
    public static final String SKIPPED = "skipped";

    /**
     * Who answered.
     *
     * @param provider the provider that answered last; null where none was asked
     * @param requestId its own id of that answer; null where it gave none
     * @param code its own code of a failure; null where it gave none
     * @param calls every call that was made, in order
     */
    public record Answer(String provider, String requestId, String code, List<Attempt> calls) {

        static final Answer NONE = new Answer(null, null, null, List.of());

        public Answer {
            calls = List.copyOf(calls);
        }
    }

    /** True where it neither succeeded nor was skipped. */
    public boolean isFailure() {
        return !outcome.equals(SUCCEEDED) && !outcome.equals(SKIPPED);
    }
}
