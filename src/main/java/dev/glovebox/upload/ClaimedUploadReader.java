package dev.glovebox.upload;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ProviderTrace;
import dev.glovebox.document.Result;
import dev.glovebox.document.Source;
import dev.glovebox.failure.Failure;
import dev.glovebox.image.Image;
import dev.glovebox.image.UnsupportedImageException;
import dev.glovebox.recognition.Outcome;
import dev.glovebox.storage.ObjectContent;
import dev.glovebox.storage.StorageException;
import io.smallrye.mutiny.Uni;

/** Fetches and reads a claimed object, and writes the answer in place of the claim or releases the claim. */
@ApplicationScoped
class ClaimedUploadReader {

    /** The end of a reading that did not fail. */
    private sealed interface Reading {

        /** There is an answer, which must be stored. */
        record Answered(Answer answer) implements Reading {
        }

        /** There is nothing to read any more. */
        record Gone(Failure failure) implements Reading {
        }
    }

    private final ClaimProtocol claims;
    private final AnswerWriter answers;
    private final ImageReader reader;
    private final ResultJson json;

    ClaimedUploadReader(ClaimProtocol claims, AnswerWriter answers, ImageReader reader, ResultJson json) {
        this.claims = claims;
        this.answers = answers;
        this.reader = reader;
        this.json = json;
    }

    /** Returns the size in bytes of the largest object that is read. */
    long maxBytes(DocumentType type) {
        return reader.maxBytes(type);
    }

    /**
     * Reads the object; fails if another delivery of the event or an operator can help. Without an answer the claim is released
     * then. An answer may be paid for, so its claim stays until the answer is stored.
     */
    Uni<UploadOutcome> read(Claim claim) {
        return fetchAndRead(claim).onFailure().call(() -> claims.release(claim)).flatMap(reading -> switch (reading) {
            case Reading.Answered answered -> answers.write(claim, answered.answer());
            case Reading.Gone gone -> claims.release(claim).replaceWith(new UploadOutcome.Failed(gone.failure()));
        });
    }

    private Uni<Reading> fetchAndRead(Claim claim) {
        Upload upload = claim.upload();
        return upload.store().get(upload.object().name(), reader.maxBytes(upload.task().type()),
                upload.task().listener()::imageSized).onItemOrFailure()
                .transformToUni((content, failure) -> failure == null ? read(claim, content)
                        : endUnfetched(upload, failure));
    }

    private Uni<Reading> endUnfetched(Upload upload, Throwable thrown) {
        return switch (thrown) {
            case StorageException.TooLarge large ->
                end(upload, upload.source(large.versionId(), large.etag()), Failures.of(large), null);
            case StorageException.NotFound gone -> end(upload, upload.source(null, null), Failures.of(gone), null);
            default -> Uni.createFrom().failure(thrown);
        };
    }

    private Uni<Reading> read(Claim claim, ObjectContent content) {
        Upload upload = claim.upload();
        Source object = upload.source(content.versionId(), content.etag());
        Image.Inline image;
        try {
            image = Image.Inline.of(content.bytes());
        } catch (UnsupportedImageException unsupported) {
            upload.task().listener().imageFetched(content.bytes().length);
            return end(upload, object, Failures.of(unsupported), null);
        }
        return claims.isHeld(claim).flatMap(held -> held ? recognize(upload, ImageReader.describe(object, image), image)
                : Uni.createFrom().failure(StoredResults.BUSY.toException()));
    }

    private Uni<Reading> recognize(Upload upload, Source source, Image.Inline image) {
        return reader.recognize(upload.task(), image).flatMap(outcome -> switch (outcome) {
            case Outcome.Recognized recognized -> {
                byte[] result = json.write(reader.result(upload.task(), source, recognized));
                yield Uni.createFrom()
                        .item(new Reading.Answered(new Answer(source, result, new UploadOutcome.Written(result))));
            }
            case Outcome.Refused refused -> end(upload, source, refused.failure(), refused.trace());
        });
    }

    /** Ends the reading after a failure: with a failed result if the image is at fault. */
    private Uni<Reading> end(Upload upload, Source source, Failure failure, ProviderTrace trace) {
        return switch (failure.code().onUpload()) {
            case FINAL_RESULT -> Uni.createFrom().item(new Reading.Answered(new Answer(source, json.write(
                    new Result.Failed(upload.task().type(), source, trace, ProblemDetails.of(failure), reader.now())),
                    new UploadOutcome.Failed(failure))));
            case DONE -> Uni.createFrom().item(new Reading.Gone(failure));
            case THROWN_BACK -> Uni.createFrom().failure(failure.toException());
        };
    }
}
