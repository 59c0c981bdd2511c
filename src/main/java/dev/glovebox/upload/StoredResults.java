package dev.glovebox.upload;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.Source;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.storage.ObjectContent;
import dev.glovebox.storage.Sequencer;
import dev.glovebox.storage.StorageException;
import io.smallrye.mutiny.Uni;

/** Reads what is stored at the key of a result, and decides whether it may be replaced. */
@ApplicationScoped
class StoredResults {

    /** No result is larger: a larger object at the key is foreign. */
    private static final long MAX_RESULT_BYTES = 16L * 1024 * 1024;

    private final ResultJson json;
    private final InstantSource clock;

    StoredResults(ResultJson json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Returns the object at the key of the result, or empty if there is none. */
    Uni<Optional<ObjectContent>> find(Upload upload) {
        return upload.store().get(upload.result(), MAX_RESULT_BYTES).map(Optional::of)
                .onFailure(StorageException.NotFound.class).recoverWithItem(Optional.empty());
    }

    /** Returns the outcome of a finished result; empty for a claim and for a foreign object. */
    Optional<UploadOutcome> finishedOutcome(ObjectContent content) {
        return json.parse(content.bytes()).filter(result -> !result.isClaim()).map(result -> result.outcome(content.bytes()));
    }

    /**
     * Returns the outcome if the work on this version of the object is finished, or empty if the stored result or claim may be
     * replaced.
     *
     * @return fails with {@code forbidden-source} if the object at the key is foreign, and with
     *         {@link ClaimProtocol#busy()} if another instance holds a live claim
     */
    Uni<Optional<UploadOutcome>> outcomeFor(Upload upload, ObjectContent content) {
        StoredResult stored = json.parse(content.bytes()).orElse(null);
        if (stored == null) {
            return Uni.createFrom().failure(
                    Failure.of(FailureCode.FORBIDDEN_SOURCE, "A foreign object exists at the result's key").toException());
        }
        if (stored.isLiveClaim(clock.instant())) {
            return Uni.createFrom().failure(ClaimProtocol.busy());
        }
        if (stored.isClaim()) {
            upload.task().listener().claimTakenOver();
            return Uni.createFrom().item(Optional.empty());
        }
        Source read = stored.source();
        if (read != null
                && (upload.isVersion(read) || Sequencer.isOlder(upload.object().sequencer(), read.sequencer()))) {
            return Uni.createFrom().item(duplicate(upload, stored, content));
        }
        return compareWithCurrentVersion(upload, stored, content);
    }

    /** The event names another version, or none: the current version of the object decides. */
    private Uni<Optional<UploadOutcome>> compareWithCurrentVersion(Upload upload, StoredResult stored, ObjectContent content) {
        return upload.store().etag(upload.object().name().latest()).map(etag -> {
            Source read = stored.source();
            return read != null && etag.equals(read.etag()) ? duplicate(upload, stored, content)
                    : Optional.<UploadOutcome> empty();
        }).onFailure(StorageException.NotFound.class)
                .recoverWithItem(gone -> Optional.of(new UploadOutcome.Failed(Failures.of(gone))));
    }

    private static Optional<UploadOutcome> duplicate(Upload upload, StoredResult stored, ObjectContent content) {
        upload.task().listener().duplicateFound();
        return Optional.of(stored.outcome(content.bytes()));
    }
}
