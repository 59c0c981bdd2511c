package dev.glovebox.trigger;

/** Thrown if a call or event cannot be decoded. The message may name members, but never contains their values. */
final class InvalidTriggerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidTriggerException(String message) {
        super(message);
    }
}
