package dev.glovebox.upload;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import io.smallrye.mutiny.Uni;

/**
 * Claims objects, so that one instance at a time reads an object. The claim is the result object in the state {@code
 * processing}: the instance that creates it, or replaces an expired one, holds it.
 */
@ApplicationScoped
class ClaimProtocol {

    private static final Logger LOG = Logger.getLogger(ClaimProtocol.class);

    private final ClaimStrategies strategies;
    private final ClaimFactory claims;
    private final StoredResults stored;
    private final UnwrittenAnswers unwritten;
    private final InstantSource clock;

    ClaimProtocol(ClaimStrategies strategies, ClaimFactory claims, StoredResults stored, UnwrittenAnswers unwritten,
            InstantSource clock) {
        this.strategies = strategies;
        this.claims = claims;
        this.stored = stored;
        this.unwritten = unwritten;
        this.clock = clock;
    }

    /**
     * Attempts to acquire the claim of an object.
     *
     * @return fails if the store fails, or if a foreign object exists at the key of the result
     */
    Uni<ClaimOutcome> acquire(Upload upload) {
        return strategies.forClaim(upload).flatMap(strategy -> strategy.create(upload, claims.create(upload, 0))
                .flatMap(claim -> claim.isPresent() ? Uni.createFrom().item(new ClaimOutcome.Acquired(claim.get()))
                        : acquireAfterLook(upload, strategy)));
    }

    private Uni<ClaimOutcome> acquireAfterLook(Upload upload, ClaimStrategy strategy) {
        Instant seenAt = clock.instant();
        return stored.find(upload).flatMap(found -> stored.stateOf(upload, found)).flatMap(state -> switch (state) {
            case ResultState.Finished finished -> Uni.createFrom().item(new ClaimOutcome.Done(finished.outcome()));
            case ResultState.Held held -> writeAgain(held.claim())
                    .orElseGet(() -> Uni.createFrom().item(new ClaimOutcome.Busy(held.failure())));
            case ResultState.Claimable claimable -> writeAgain(claimable.expiredClaim())
                    .orElseGet(() -> replace(upload, strategy, claimable, seenAt));
        });
    }

    /** Writes the answer that this instance still has for a claim of its own, which it could not store before. */
    private Optional<Uni<ClaimOutcome>> writeAgain(String claim) {
        return unwritten.find(claim).map(write -> write.map(ClaimOutcome.Done::new));
    }

    private Uni<ClaimOutcome> replace(Upload upload, ClaimStrategy strategy, ResultState.Claimable state, Instant seenAt) {
        if (state.expiredClaim() != null) {
            upload.task().listener().claimTakenOver();
        }
        return strategy.replace(upload, claims.create(upload, state.unwrittenAnswers()), state.current(), seenAt)
                .map(claim -> {
                    if (claim.isEmpty()) {
                        return new ClaimOutcome.Busy(StoredResults.BUSY);
                    }
                    if (UnwrittenLimit.isExceeded(state.unwrittenAnswers())) {
                        upload.task().listener().callsPaused();
                        LOG.warnf("%d claims of one object expired without a result. No provider is called for it for an hour.",
                                state.unwrittenAnswers());
                        return new ClaimOutcome.Busy(PAUSED);
                    }
                    return new ClaimOutcome.Acquired(claim.get());
                });
    }

    /** The failure of a delivery for whose object no provider is called. */
    static final Failure PAUSED = Failure.of(FailureCode.STORAGE_FAILURE,
            "Several answers for this image could not be stored, so no provider is called for it for an hour");

    /** Removes the claim, so that another delivery can read the object. Never fails: an unreleased claim expires. */
    Uni<Void> release(Claim claim) {
        return claim.upload().store().remove(claim.upload().result(), claim.etag()).onFailure().recoverWithItem(failure -> {
            LOG.warnf("A claim could not be released and will expire: %s", Failures.of(failure).detail());
            return null;
        });
    }

    /** Returns true if this instance still holds the claim; it must not call a provider otherwise. */
    Uni<Boolean> isHeld(Claim claim) {
        return strategies.forAnswer(claim.upload()).flatMap(strategy -> strategy.isHeld(claim));
    }
}
