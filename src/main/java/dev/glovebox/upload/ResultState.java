package dev.glovebox.upload;

import dev.glovebox.failure.Failure;
import dev.glovebox.storage.ObjectContent;

/** What the object at the key of a result permits. */
sealed interface ResultState {

    /**
     * No instance works on the object, and no result for its version exists.
     *
     * @param current the object at the key, which may be replaced; null if there is none
     * @param expiredClaim the id of the expired claim at the key; null if there is none
     * @param unwrittenAnswers how many claims in a row expired without a result
     */
    record Claimable(ObjectContent current, String expiredClaim, int unwrittenAnswers) implements ResultState {

        /** The state of a missing object. */
        static final Claimable MISSING = new Claimable(null, null, 0);
    }

    /**
     * An instance holds a claim that has not expired.
     *
     * @param claim the id of the claim; null if a foreign writer left it out
     * @param failure the failure of a delivery that finds the claim
     */
    record Held(String claim, Failure failure) implements ResultState {
    }

    /** The work on this version of the object is finished. */
    record Finished(UploadOutcome outcome) implements ResultState {
    }
}
