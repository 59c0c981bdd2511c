package dev.glovebox.upload;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.glovebox.document.Result;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.storage.ObjectContent;
import dev.glovebox.storage.StorageException;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.trace.Ids;
import io.smallrye.mutiny.Uni;

/**
 * Claims objects, so that one instance at a time reads an object. The claim is the result object in the state {@code
 * processing}: the instance that creates it, or replaces a stale one, holds it. The store's conditional writes decide which
 * instance wins.
 */
@ApplicationScoped
class ClaimProtocol {

    private static final Logger LOG = Logger.getLogger(ClaimProtocol.class);

    private final StorageSettings settings;
    private final StoredResults stored;
    private final ResultJson json;
    private final InstantSource clock;
    private final Ids ids;

    ClaimProtocol(StorageSettings settings, StoredResults stored, ResultJson json, InstantSource clock, Ids ids) {
        this.settings = settings;
        this.stored = stored;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
        if (!settings.claim()) {
            LOG.warn("glovebox.storage.claim is false: two deliveries of one upload at once may both be paid for");
        }
    }

    /**
     * Acquires the claim of an object.
     *
     * @return fails with {@link #busy()} if another instance holds a live claim
     */
    Uni<ClaimOutcome> acquire(Upload upload) {
        return settings.claim() ? acquireByCreation(upload) : acquireWithoutClaim(upload);
    }

    private Uni<ClaimOutcome> acquireByCreation(Upload upload) {
        byte[] claim = claim(upload);
        return emptyOnConflict(upload.store().create(upload.result(), claim)).flatMap(etag -> etag.isPresent()
                ? Uni.createFrom().item(acquired(upload, etag.get()))
                : stored.find(upload)
                        .flatMap(found -> acquireByReplacement(upload, claim, found.orElseThrow(ClaimProtocol::busy))));
    }

    private Uni<ClaimOutcome> acquireByReplacement(Upload upload, byte[] claim, ObjectContent found) {
        return stored.outcomeFor(upload, found).flatMap(finished -> finished.isPresent()
                ? Uni.createFrom().item(new ClaimOutcome.Finished(finished.get()))
                : emptyOnConflict(upload.store().replace(upload.result(), claim, found.etag()))
                        .map(etag -> acquired(upload, etag.orElseThrow(ClaimProtocol::busy))));
    }

    private Uni<ClaimOutcome> acquireWithoutClaim(Upload upload) {
        return stored.find(upload).flatMap(found -> found.isEmpty() ? Uni.createFrom().item(acquired(upload, null))
                : stored.outcomeFor(upload, found.get()).map(finished -> finished
                        .<ClaimOutcome> map(ClaimOutcome.Finished::new).orElseGet(() -> acquired(upload, null))));
    }

    private ClaimOutcome acquired(Upload upload, String etag) {
        return new ClaimOutcome.Acquired(new Claim(upload, stored, etag));
    }

    private byte[] claim(Upload upload) {
        Instant expiresAt = clock.instant().plus(settings.claimTimeout());
        return json.write(new Result.Processing(upload.task().type(),
                upload.source(upload.object().name().versionId(), upload.object().etag()), ids.next(), expiresAt));
    }

    /** Returns the failure of a delivery that finds a live claim of another instance. */
    static RuntimeException busy() {
        return Failure.of(FailureCode.PROVIDER_UNAVAILABLE, "Another invocation is reading this image").toException();
    }

    /** Returns empty if another instance was faster. */
    static Uni<Optional<String>> emptyOnConflict(Uni<String> write) {
        return write.map(Optional::of).onFailure(StorageException.Conflict.class).recoverWithItem(Optional.empty());
    }
}
