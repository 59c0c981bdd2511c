package dev.glovebox.secret;

/** A secret is not to be had. The message says where it was looked for, never what it is. */
public final class SecretException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean temporary;

    /** @param temporary true where another try can help: what keeps the secret does not answer */
    SecretException(String message, boolean temporary) {
        super(message, null, false, false);
        this.temporary = temporary;
    }

    /** True where another try can help. */
    public boolean isTemporary() {
        return temporary;
    }
}
