package dev.glovebox.upload;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.storage.ClaimMode;
import dev.glovebox.storage.StorageSettings;
import io.smallrye.mutiny.Uni;

/** Chooses the strategy for a bucket. */
@ApplicationScoped
class ClaimStrategies {

    private final StorageSettings settings;
    private final ConditionalClaims conditional;
    private final ReadBackClaims readBack;

    ClaimStrategies(StorageSettings settings, ConditionalClaims conditional, ReadBackClaims readBack) {
        this.settings = settings;
        this.conditional = conditional;
        this.readBack = readBack;
    }

    /** Returns the strategy for a new claim; fails if the bucket does not support the one that the settings demand. */
    Uni<ClaimStrategy> forClaim(Upload upload) {
        return forAnswer(upload).invoke(strategy -> {
            if (settings.claim() == ClaimMode.CONDITIONAL && strategy != conditional) {
                throw Failure.of(FailureCode.STORAGE_FAILURE, "The bucket " + upload.result().bucket()
                        + " has no conditional writes that can be proven, and glovebox.storage.claim is conditional")
                        .toException();
            }
        });
    }

    /** Returns the strategy for the answer to a claim. It may have changed since the claim. */
    Uni<ClaimStrategy> forAnswer(Upload upload) {
        return settings.claim() == ClaimMode.READ_BACK ? Uni.createFrom().item(readBack)
                : upload.store().supportsConditions(upload.result().bucket())
                        .map(supported -> supported ? conditional : readBack);
    }
}
