package dev.glovebox.upload;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.storage.ObjectContent;
import dev.glovebox.storage.StorageException;
import io.smallrye.mutiny.Uni;

/** Claims by conditional writes: the store decides which instance wins. For buckets whose conditions are proven. */
@ApplicationScoped
final class ConditionalClaims implements ClaimStrategy {

    @Override
    public Uni<Optional<Claim>> create(Upload upload, NewClaim claim) {
        return acquired(upload, claim, upload.store().create(upload.result(), claim.json()));
    }

    @Override
    public Uni<Optional<Claim>> replace(Upload upload, NewClaim claim, ObjectContent current, Instant seenAt) {
        return current == null ? create(upload, claim)
                : acquired(upload, claim, upload.store().replace(upload.result(), claim.json(), current.etag()));
    }

    private static Uni<Optional<Claim>> acquired(Upload upload, NewClaim claim, Uni<String> write) {
        return write.map(etag -> Optional.of(new Claim(upload, claim.id(), etag)))
                .onFailure(StorageException.Conflict.class).recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<Boolean> isHeld(Claim claim) {
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Boolean> complete(Claim claim, byte[] answer) {
        return claim.upload().store().replace(claim.upload().result(), answer, claim.etag()).replaceWith(true)
                .onFailure(StorageException.Conflict.class).recoverWithItem(false);
    }

    /** If the claim itself was found under its own tag, the store has refused a condition that is true. */
    @Override
    public Uni<String> overwrite(Claim claim, byte[] answer, ObjectContent current) {
        Upload upload = claim.upload();
        if (current == null) {
            return upload.store().create(upload.result(), answer);
        }
        if (current.etag().equals(claim.etag())) {
            upload.store().distrustConditions(upload.result().bucket());
            return upload.store().put(upload.result(), answer);
        }
        return upload.store().replace(upload.result(), answer, current.etag());
    }
}
