package dev.glovebox.storage;

/** How an instance claims an image, so that no other instance reads it at the same time: {@code glovebox.storage.claim}. */
public enum ClaimMode {
    /** By conditional writes if the bucket supports them, else by reading back. */
    AUTO,
    /** By conditional writes. Nothing is read from a bucket that does not support them. */
    CONDITIONAL,
    /** By a write that is read back after a pause, for stores without conditional writes. */
    READ_BACK
}
