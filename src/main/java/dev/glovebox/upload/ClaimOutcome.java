package dev.glovebox.upload;

/** The outcome of an attempt to claim an object. That another instance holds a live claim is a failure instead. */
sealed interface ClaimOutcome {

    /** This instance holds the claim and must complete or release it. */
    record Acquired(Claim claim) implements ClaimOutcome {
    }

    /** The work on this version of the object is finished. */
    record Finished(UploadOutcome outcome) implements ClaimOutcome {
    }
}
