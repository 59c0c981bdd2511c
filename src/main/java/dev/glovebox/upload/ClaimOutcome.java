package dev.glovebox.upload;

import dev.glovebox.failure.Failure;

/** The outcome of an attempt to claim an object. */
sealed interface ClaimOutcome {

    /** This instance holds the claim. It must write an answer in place of the claim, or release it. */
    record Acquired(Claim claim) implements ClaimOutcome {
    }

    /** The work on this version of the object is finished. */
    record Done(UploadOutcome outcome) implements ClaimOutcome {
    }

    /**
     * The object must not be read now; a later delivery of the event finds the result or may claim the object.
     *
     * @param failure the failure of this delivery
     */
    record Busy(Failure failure) implements ClaimOutcome {
    }
}
