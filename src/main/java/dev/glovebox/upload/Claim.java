package dev.glovebox.upload;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

/** The right of this instance to read one object. Its holder either completes it or releases it. */
final class Claim {

    private static final Logger LOG = Logger.getLogger(Claim.class);

    private final Upload upload;
    private final StoredResults stored;
    private final String etag;

    /** @param etag the entity tag of the claim object; null if the store has no conditional writes */
    Claim(Upload upload, StoredResults stored, String etag) {
        this.upload = upload;
        this.stored = stored;
        this.etag = etag;
    }

    /**
     * Writes the result in place of the claim.
     *
     * @param json the result
     * @param outcome the outcome that the result records
     * @return the outcome, or that of the instance which has taken over the expired claim and finished first
     */
    Uni<UploadOutcome> complete(byte[] json, UploadOutcome outcome) {
        if (etag == null) {
            return upload.store().put(upload.result(), json).replaceWith(outcome);
        }
        return ClaimProtocol.emptyOnConflict(upload.store().replace(upload.result(), json, etag))
                .flatMap(written -> written.isPresent() ? Uni.createFrom().item(outcome) : outcomeOfSuccessor());
    }

    private Uni<UploadOutcome> outcomeOfSuccessor() {
        LOG.warn("A claim expired before its result could be written");
        return stored.find(upload)
                .map(found -> found.flatMap(stored::finishedOutcome).orElseThrow(ClaimProtocol::busy));
    }

    /** Removes the claim, so that another delivery can read the object. Never fails: an unreleased claim expires. */
    Uni<Void> release() {
        return etag == null ? Uni.createFrom().voidItem()
                : upload.store().remove(upload.result(), etag).onFailure().recoverWithItem(failure -> {
                    LOG.warnf("A claim could not be released and will expire: %s", failure.getMessage());
                    return null;
                });
    }
}
