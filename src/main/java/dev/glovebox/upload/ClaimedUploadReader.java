package dev.glovebox.upload;

import jakarta.enterprise.context.ApplicationScoped;

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

/** Fetches and reads a claimed object, and completes or releases the claim. */
@ApplicationScoped
class ClaimedUploadReader {

    private final ImageReader reader;
    private final ResultJson json;

    ClaimedUploadReader(ImageReader reader, ResultJson json) {
        this.reader = reader;
        this.json = json;
    }

    /** Reads the object; fails, with the claim released, if another delivery of the event or an operator can help. */
    Uni<UploadOutcome> read(Upload upload, Claim claim) {
        return upload.store().get(upload.object().name(), reader.maxBytes(upload.task().type())).onItemOrFailure()
                .transformToUni((content, failure) -> failure == null ? read(upload, claim, content)
                        : settleUnfetched(upload, claim, failure))
                .onFailure().call(claim::release);
    }

    private Uni<UploadOutcome> settleUnfetched(Upload upload, Claim claim, Throwable thrown) {
        return switch (thrown) {
            case StorageException.TooLarge large ->
                settle(upload, claim, upload.source(large.versionId(), large.etag()), Failures.of(large), null);
            case StorageException.NotFound gone -> settle(upload, claim, upload.source(null, null), Failures.of(gone), null);
            default -> Uni.createFrom().failure(thrown);
        };
    }

    private Uni<UploadOutcome> read(Upload upload, Claim claim, ObjectContent content) {
        Source object = upload.source(content.versionId(), content.etag());
        Image.Inline image;
        try {
            image = Image.Inline.of(content.bytes());
        } catch (UnsupportedImageException unsupported) {
            upload.task().listener().imageFetched(content.bytes().length);
            return settle(upload, claim, object, Failures.of(unsupported), null);
        }
        Source source = ImageReader.describe(object, image);
        return reader.recognize(upload.task(), image).flatMap(outcome -> switch (outcome) {
            case Outcome.Recognized recognized -> {
                byte[] result = json.write(reader.result(upload.task(), source, recognized));
                yield claim.complete(result, new UploadOutcome.Written(result));
            }
            case Outcome.Refused refused -> settle(upload, claim, source, refused.failure(), refused.trace());
        });
    }

    /** Ends the work after a failure: with a failed result if the image is at fault. */
    private Uni<UploadOutcome> settle(Upload upload, Claim claim, Source source, Failure failure, ProviderTrace trace) {
        return switch (failure.code().onUpload()) {
            case FINAL_RESULT -> claim.complete(json.write(new Result.Failed(upload.task().type(), source, trace,
                    ProblemDetails.of(failure), reader.now())), new UploadOutcome.Failed(failure));
            case DONE -> claim.release().replaceWith(new UploadOutcome.Failed(failure));
            case THROWN_BACK -> Uni.createFrom().failure(failure.toException());
        };
    }
}
