package dev.glovebox.telemetry;

import java.time.Instant;

/**
 * The outcome of one image, or of an invocation without an image. It contains no document data, bucket or key.
 *
 * @param time when the work ended
 * @param millis how long the work took
 * @param outcome {@code succeeded}, {@code skipped} if there was nothing to read, or the code of the failure
 * @param subject what the event is about
 * @param facts what happened to the image
 * @param answer the provider calls
 */
public record ReadingEvent(Instant time, long millis, String outcome, Subject subject, Facts facts, ProviderAnswer answer) {

    /** The outcome of an image that has its result. */
    public static final String SUCCEEDED = "succeeded";
    /** The outcome if there was nothing to read. */
    public static final String SKIPPED = "skipped";

    /**
     * What happened to the image.
     *
     * @param bytes the size of the image; null if it was not fetched
     * @param duplicate true if the result existed already, so that no provider was called
     * @param takenOver true if an expired claim of another instance was taken over: both instances may have paid for a call
     * @param callsPaused true if no provider is called for the image for an hour, since several answers could not be stored
     * @param review true if a person should look at the result; null if this event made no result
     */
    public record Facts(Long bytes, boolean duplicate, boolean takenOver, boolean callsPaused, Boolean review) {

        /** Nothing happened. */
        public static final Facts NONE = new Facts(null, false, false, false, null);
    }

    /** Returns true if an image was read, or should have been; false for a ping, a skipped object or an invalid event. */
    public boolean isReading() {
        return subject.isReading() && !outcome.equals(SKIPPED);
    }

    /** Returns true if the outcome is neither {@code succeeded} nor {@code skipped}. */
    public boolean isFailure() {
        return !outcome.equals(SUCCEEDED) && !outcome.equals(SKIPPED);
    }

    /** Returns the function's name. */
    public String function() {
        return subject.function();
    }

    /** Returns the kind of call. */
    public TriggerKind trigger() {
        return subject.trigger();
    }
}
