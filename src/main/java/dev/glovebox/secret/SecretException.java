package dev.glovebox.secret;

/** A secret could not be loaded. The message names the store or the member, never the secret. */
public final class SecretException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean temporary;

    /**
     * @param message contains no secret
     * @param temporary true if a later load may succeed, for example because the store did not answer
     */
    SecretException(String message, boolean temporary) {
        super(message, null, false, false);
        this.temporary = temporary;
    }

    /** Returns true if a later load may succeed without a change by an operator. */
    public boolean isTemporary() {
        return temporary;
    }
}
