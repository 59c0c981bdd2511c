package dev.glovebox.upload;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.Result;
import dev.glovebox.document.ReviewReason;
import dev.glovebox.document.ReviewRule;
import dev.glovebox.document.Source;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageSizeLimit;
import dev.glovebox.provider.Recognition;
import dev.glovebox.recognition.Outcome;
import dev.glovebox.recognition.Recognizer;
import io.smallrye.mutiny.Uni;

/** Reads one image and makes its result. */
@ApplicationScoped
public class ImageReader {

    private final Recognizer recognizer;
    private final InstantSource clock;
    private final ReviewRule review;
    private final ResultSettings settings;
    private final ImageSizeLimit sizeLimit;

    ImageReader(Recognizer recognizer, InstantSource clock, ReviewRule review, ResultSettings settings,
            ImageSizeLimit sizeLimit) {
        this.recognizer = recognizer;
        this.clock = clock;
        this.review = review;
        this.settings = settings;
        this.sizeLimit = sizeLimit;
    }

    /** Returns the size in bytes of the largest image that a provider of the chain and the settings accept. */
    public long maxBytes(DocumentType type) {
        return Math.min(recognizer.maxBytes(type), sizeLimit.maxBytes());
    }

    /** Opens the connections, and loads the credentials, that a first reading would wait for. */
    public Uni<Void> warmUp(DocumentType type) {
        return recognizer.warmUp(type);
    }

    /**
     * Reads an image that is not in a bucket.
     *
     * @return the result; fails with a {@link dev.glovebox.failure.FailureException} if the image could not be read
     */
    public Uni<Result> read(ImageTask task, Image image) {
        if (image instanceof Image.Inline inline && inline.bytes().length > sizeLimit.maxBytes()) {
            return Uni.createFrom().failure(Failure.of(FailureCode.IMAGE_TOO_LARGE, "The image has " + inline.bytes().length
                    + " bytes; the limit is " + sizeLimit.maxBytes()).toException());
        }
        Source source = switch (image) {
            case Image.Inline inline -> describe(Source.UNKNOWN, inline);
            case Image.Remote remote -> Source.UNKNOWN;
        };
        return recognize(task, image).map(outcome -> switch (outcome) {
            case Outcome.Recognized recognized -> result(task, source, recognized);
            case Outcome.Refused refused -> throw refused.failure().toException();
        });
    }

    /** Asks the providers of the chain. */
    Uni<Outcome> recognize(ImageTask task, Image image) {
        if (image instanceof Image.Inline inline) {
            task.listener().imageFetched(inline.bytes().length);
        }
        return recognizer.recognize(task.request(image), task.deadline())
                .invoke(outcome -> task.listener().providersCalled(outcome.trace(), outcome.failovers().size()));
    }

    /** Makes the result of a recognised image. */
    Result.Succeeded result(ImageTask task, Source source, Outcome.Recognized recognized) {
        Recognition recognition = recognized.recognition();
        List<ReviewReason> reasons = review.reasons(recognition.normalized());
        task.listener().documentRead(!reasons.isEmpty());
        return new Result.Succeeded(task.type(), source, recognized.trace(), recognition.normalized(), reasons, now(),
                settings.includeRaw() ? recognition.raw() : null);
    }

    /** Returns the time for a result, in milliseconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns the source with the properties of its image. */
    static Source describe(Source source, Image.Inline image) {
        return source.withImage(image.bytes().length, image.header().format().id(), image.header().width(),
                image.header().height());
    }
}
