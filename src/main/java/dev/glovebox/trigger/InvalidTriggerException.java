package dev.glovebox.trigger;

/** What arrived cannot be understood. The message names the field or shape, and nothing of its content. */
public final class InvalidTriggerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidTriggerException(String message) {
        super(message);
    }
}
