package dev.glovebox.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Collects what happens to one image and publishes one {@link ReadingEvent} when the work ends.
 *
 * <p>
 * Threads: the work calls the setters one after the other, from any thread. {@link #end} may be called by several threads at
 * once, for example by the work and by its deadline; the first call publishes the event and the others do nothing.
 */
public final class Observation {

    private final Subject subject;
    private final InstantSource clock;
    private final Consumer<ReadingEvent> publisher;
    private final Instant start;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile ProviderAnswer answer = ProviderAnswer.NONE;
    private volatile Long bytes;
    private volatile boolean duplicate;
    private volatile boolean takenOver;
    private volatile boolean callsPaused;
    private volatile Boolean review;

    Observation(Subject subject, InstantSource clock, Consumer<ReadingEvent> publisher) {
        this.subject = subject;
        this.clock = clock;
        this.publisher = publisher;
        this.start = clock.instant();
    }

    /** Records the size of the fetched image. */
    public void setBytes(long length) {
        bytes = length;
    }

    /** Records the provider calls. */
    public void setAnswer(ProviderAnswer newAnswer) {
        answer = newAnswer;
    }

    /** Records that the result existed already. */
    public void setDuplicate() {
        duplicate = true;
    }

    /** Records that an expired claim of another instance was taken over. */
    public void setTakenOver() {
        takenOver = true;
    }

    /** Records that no provider is called for the image for an hour. */
    public void setCallsPaused() {
        callsPaused = true;
    }

    /** Records whether a person should look at the result. */
    public void setReview(boolean needsReview) {
        review = needsReview;
    }

    /**
     * Publishes the event. Only the first call publishes it; further calls have no effect.
     *
     * @param outcome as in {@link ReadingEvent}
     * @param providerCode the provider's code of the failure; null if it gave none
     */
    public void end(String outcome, String providerCode) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Instant end = clock.instant();
        ProviderAnswer calls = answer.provider() == null ? answer : answer.withCode(providerCode);
        Boolean reviewOfResult = outcome.equals(ReadingEvent.SUCCEEDED) ? review : null;
        publisher.accept(new ReadingEvent(end, Duration.between(start, end).toMillis(), outcome, subject,
                new ReadingEvent.Facts(bytes, duplicate, takenOver, callsPaused, reviewOfResult), calls));
    }
}
