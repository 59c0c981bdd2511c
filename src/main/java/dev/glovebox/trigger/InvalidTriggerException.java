package dev.glovebox.trigger;

/** A call or event cannot be understood. The message names the member or the shape, and never its content. */
final class InvalidTriggerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidTriggerException(String message) {
        super(message);
    }
}
