package dev.glovebox.upload;

import java.time.Instant;
import java.util.Optional;

import dev.glovebox.storage.ObjectContent;
import dev.glovebox.storage.StorageException;
import io.smallrye.mutiny.Uni;

/** How claims and answers are written into one kind of bucket. Implementations are thread-safe. */
sealed interface ClaimStrategy permits ConditionalClaims, ReadBackClaims {

    /**
     * Attempts to create the claim without a look at the key of the result.
     *
     * @return empty if an object exists there, or if this strategy must look first
     */
    Uni<Optional<Claim>> create(Upload upload, NewClaim claim);

    /**
     * Attempts to write the claim in place of what was found at the key of the result.
     *
     * @param current the object that was found; null if there was none
     * @param seenAt when this instance began to look
     * @return empty if another instance was faster
     */
    Uni<Optional<Claim>> replace(Upload upload, NewClaim claim, ObjectContent current, Instant seenAt);

    /** Returns true if this instance still holds the claim. Called before the first paid call. */
    Uni<Boolean> isHeld(Claim claim);

    /**
     * Attempts to write the answer in place of the claim without a look at the key of the result.
     *
     * @return false if the claim is not there any more, or if this strategy must look first
     */
    Uni<Boolean> complete(Claim claim, byte[] answer);

    /**
     * Writes the answer in place of what was found at the key of the result.
     *
     * @param current the object that was found; null if there was none
     * @return fails with {@link StorageException.Conflict} if the object has changed
     */
    Uni<String> overwrite(Claim claim, byte[] answer, ObjectContent current);
}
