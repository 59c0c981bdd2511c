package dev.glovebox.upload;

import dev.glovebox.settings.GloveboxSettings;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.Result;
import dev.glovebox.document.ReviewReason;
import dev.glovebox.document.ReviewRule;
import dev.glovebox.document.Source;
import dev.glovebox.image.Image;
import dev.glovebox.provider.Recognition;
import dev.glovebox.recognition.Outcome;
import dev.glovebox.recognition.Recognizer;
import io.smallrye.mutiny.Uni;

/** One image to its result. */
@ApplicationScoped
public class ImageReader {

    private final Recognizer recognizer;
    private final InstantSource clock;
    private final ReviewRule review;
    private final boolean includeRaw;

    @Inject
    ImageReader(Recognizer recognizer, InstantSource clock, GloveboxSettings settings) {
        this(recognizer, clock, new ReviewRule(settings.review().minConfidence()), settings.result().includeRaw());
    }

    ImageReader(Recognizer recognizer, InstantSource clock, ReviewRule review, boolean includeRaw) {
        this.recognizer = recognizer;
        this.clock = clock;
        this.review = review;
        this.includeRaw = includeRaw;
    }

    /** The largest image worth fetching, in bytes. */
    long maxBytes(DocumentType type) {
        return recognizer.maxBytes(type);
    }

    /** Opens now what a first reading would wait for. */
    Uni<Void> warmUp(DocumentType type) {
        return recognizer.warmUp(type);
    }

    /** What the providers make of it. */
    Uni<Outcome> recognize(ImageTask task, Image image) {
        if (image instanceof Image.Inline inline) {
            task.observation().fetched(inline.bytes().length);
        }
        return recognizer.recognize(task.request(image), task.deadline())
                .invoke(outcome -> task.observation().asked(outcome.trace(), outcome.failovers().size()));
    }

    /** The result for an image that lies in no bucket; a failure is thrown. */
    Uni<Result> answer(ImageTask task, Image image) {
        Source source = switch (image) {
            case Image.Inline inline -> source(new Source(null, null, null, null, null, null, null, null, null), inline);
            case Image.Remote remote -> new Source(null, null, null, null, null, null, null, null, null);
        };
        return recognize(task, image).map(outcome -> switch (outcome) {
            case Outcome.Recognized recognized -> succeeded(task, source, recognized);
            case Outcome.Refused refused -> throw refused.failure().toException();
        });
    }

    Result.Succeeded succeeded(ImageTask task, Source source, Outcome.Recognized recognized) {
        Recognition recognition = recognized.recognition();
        List<ReviewReason> reasons = review.reasons(recognition.normalized());
        task.observation().judged(!reasons.isEmpty());
        return new Result.Succeeded(task.type(), source, recognized.trace(), recognition.normalized(), reasons, now(),
                includeRaw ? recognition.raw() : null);
    }

    /** The time in a result: milliseconds are plenty. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The source with what its bytes say. */
    static Source source(Source where, Image.Inline image) {
        return new Source(where.bucket(), where.key(), where.versionId(), where.etag(), where.sequencer(),
                (long) image.bytes().length, image.header().format().id(), image.header().width(), image.header().height());
    }
}
