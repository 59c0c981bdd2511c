package dev.glovebox.upload;

import dev.glovebox.failure.Failure;

/** The final outcome of an object. No further delivery of its event changes it. */
public sealed interface UploadOutcome {

    /**
     * The result is stored next to the object; this reading or an earlier one has written it.
     *
     * @param result the JSON of the result; not copied
     */
    record Written(byte[] result) implements UploadOutcome {
    }

    /** The object cannot be read. */
    record Failed(Failure failure) implements UploadOutcome {
    }

    /** The object is a result under another name; there is nothing to read. */
    record Skipped() implements UploadOutcome {
    }
}
