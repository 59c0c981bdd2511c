package dev.glovebox.failure;

/** Carries a {@link Failure}. The message is its code and detail, which contain no payload. */
public final class FailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    FailureException(Failure failure) {
        super(failure.code().id() + ": " + failure.detail()
                + (failure.providerCode() == null ? "" : " (" + failure.provider() + " " + failure.providerCode() + ")"));
        this.failure = failure;
    }

    /** Returns true if this is a {@link FailureException} whose failure has the code. */
    public static boolean hasCode(Throwable thrown, FailureCode code) {
        return thrown instanceof FailureException known && known.failure.code() == code;
    }

    /** Returns the failure; never null. */
    public Failure failure() {
        return failure;
    }
}
