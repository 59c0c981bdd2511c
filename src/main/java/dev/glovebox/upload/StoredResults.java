package dev.glovebox.upload;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.Source;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.storage.ObjectContent;
import dev.glovebox.storage.Sequencer;
import dev.glovebox.storage.StorageException;
import dev.glovebox.storage.StorageSettings;
import io.smallrye.mutiny.Uni;

/** Reads what is stored at the key of a result, and decides whether it may be replaced. */
@ApplicationScoped
class StoredResults {

    /** No result is larger: a larger object at the key is foreign. */
    private static final long MAX_RESULT_BYTES = 16L * 1024 * 1024;

    /** The failure of a delivery that finds a live claim of another instance. */
    static final Failure BUSY = Failure.of(FailureCode.PROVIDER_UNAVAILABLE, "Another invocation is reading this image");

    private final StorageSettings settings;
    private final ResultJson json;
    private final InstantSource clock;

    StoredResults(StorageSettings settings, ResultJson json, InstantSource clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** Returns the object at the key of the result, or empty if there is none. */
    Uni<Optional<ObjectContent>> find(Upload upload) {
        return upload.store().get(upload.result(), MAX_RESULT_BYTES).map(Optional::of)
                .onFailure(StorageException.NotFound.class).recoverWithItem(Optional.empty());
    }

    /** Returns true if the object is the claim with that id. */
    boolean isClaim(ObjectContent content, String claim) {
        return json.parse(content.bytes()).filter(result -> result.isClaim() && claim.equals(result.claim())).isPresent();
    }

    /**
     * Parses a result or claim.
     *
     * @throws dev.glovebox.failure.FailureException {@code forbidden-source} if Glovebox has not written the object
     */
    StoredResult parse(ObjectContent content) {
        return json.parse(content.bytes()).orElseThrow(() -> Failure
                .of(FailureCode.FORBIDDEN_SOURCE, "A foreign object exists at the result's key").toException());
    }

    /**
     * Returns what the object at the key of the result permits.
     *
     * @param found the object, or empty if there is none
     * @return fails with {@code forbidden-source} if the object is foreign
     */
    Uni<ResultState> stateOf(Upload upload, Optional<ObjectContent> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(ResultState.Claimable.MISSING);
        }
        ObjectContent content = found.get();
        StoredResult result = parse(content);
        if (result.isClaim()) {
            return Uni.createFrom().item(isLive(result, content.age())
                    ? new ResultState.Held(result.claim(),
                            UnwrittenLimit.isExceeded(result.unwrittenAnswers()) ? ClaimProtocol.PAUSED : BUSY)
                    : new ResultState.Claimable(content, result.claim(),
                            UnwrittenLimit.afterExpiry(result.unwrittenAnswers())));
        }
        Source read = result.source();
        if (read != null
                && (upload.isVersion(read) || Sequencer.isOlder(upload.object().sequencer(), read.sequencer()))) {
            return Uni.createFrom().item(duplicate(upload, result, content));
        }
        return compareWithCurrentVersion(upload, result, content);
    }

    /**
     * A claim's own expiry is not enough: a wrong clock, or a foreign writer, could set it to any time. So a claim also expires
     * when the object is older, by the store's clock, than any claim of that kind may become.
     */
    private boolean isLive(StoredResult claim, Duration age) {
        Duration maxAge = UnwrittenLimit.isExceeded(claim.unwrittenAnswers()) ? UnwrittenLimit.PAUSE : settings.claimTimeout();
        return claim.expiresAt() != null && clock.instant().isBefore(claim.expiresAt())
                && (age == null || age.compareTo(maxAge) < 0);
    }

    /** The event names another version, or none: the current version of the object decides. */
    private Uni<ResultState> compareWithCurrentVersion(Upload upload, StoredResult result, ObjectContent content) {
        return upload.store().etag(upload.object().name().latest()).<ResultState> map(etag -> {
            Source read = result.source();
            return read != null && etag.equals(read.etag()) ? duplicate(upload, result, content)
                    : new ResultState.Claimable(content, null, 0);
        }).onFailure(StorageException.NotFound.class)
                .recoverWithItem(gone -> new ResultState.Finished(new UploadOutcome.Failed(Failures.of(gone))));
    }

    private static ResultState duplicate(Upload upload, StoredResult result, ObjectContent content) {
        upload.task().listener().duplicateFound();
        return new ResultState.Finished(result.outcome(content.bytes()));
    }
}
