package dev.glovebox.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import dev.glovebox.document.ProviderTrace;

/** What is seen of one image on its way; told once, when it ends. */
public final class Observation {

    /**
     * What is known at the beginning.
     *
     * @param function the function's name
     * @param trigger what it was called by
     * @param isReading whether an image is to be read
     * @param startsInvocation whether it is the invocation's first
     * @param object the keyed hash of the object; null where there is none
     * @param requestId null where the invocation has none
     * @param traceId null where it is of none
     */
    public record Subject(String function, TriggerKind trigger, boolean isReading, boolean startsInvocation, String object,
            String requestId, String traceId) {
    }

    private final Subject subject;
    private final InstantSource clock;
    private final Consumer<ReadingEvent> told;
    private final Instant start;
    private final AtomicBoolean ended = new AtomicBoolean();
    // one thread after the other writes these, and a deadline's thread may read them at any time
    private volatile Long bytes;
    private volatile ProviderTrace trace;
    private volatile int failovers;
    private volatile boolean duplicate;
    private volatile boolean takenOver;
    private volatile Boolean review;

    Observation(Subject subject, InstantSource clock, Consumer<ReadingEvent> told) {
        this.subject = subject;
        this.clock = clock;
        this.told = told;
        this.start = clock.instant();
    }

    /** The image is there. */
    public void fetched(long length) {
        bytes = length;
    }

    /**
     * Providers were asked.
     *
     * @param answered null where none was, after all
     * @param movedOn how often one left the image to the next
     */
    public void asked(ProviderTrace answered, int movedOn) {
        trace = answered;
        failovers = movedOn;
    }

    /** The result was there already. */
    public void foundDone() {
        duplicate = true;
    }

    /** Another had claimed the image, and never finished. */
    public void tookOver() {
        takenOver = true;
    }

    /** A result was made. */
    public void judged(boolean needsReview) {
        review = needsReview;
    }

    /**
     * It is over; only the first time counts.
     *
     * @param outcome as in {@link ReadingEvent}
     * @param providerCode a provider's own code of the failure; null where there is none
     */
    public void ended(String outcome, String providerCode) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Instant end = clock.instant();
        ReadingEvent.Answer answer = trace == null ? ReadingEvent.Answer.NONE
                : new ReadingEvent.Answer(trace.name(), trace.requestId(), providerCode, trace.attempts());
        told.accept(new ReadingEvent(end, subject.function(), subject.trigger(), subject.startsInvocation(),
                subject.isReading() && !outcome.equals(ReadingEvent.SKIPPED), outcome, Duration.between(start, end).toMillis(),
                bytes, answer, failovers, duplicate,
                takenOver, outcome.equals(ReadingEvent.SUCCEEDED) ? review : null, subject.object(), subject.requestId(),
                subject.traceId()));
    }
}
