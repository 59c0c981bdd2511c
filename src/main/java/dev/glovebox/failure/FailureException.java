package dev.glovebox.failure;

/** Carries a {@link Failure}. The message is its code and detail, which hold no payload. */
public final class FailureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    FailureException(Failure failure) {
        super(failure.code().id() + ": " + failure.detail()
                + (failure.providerCode() == null ? "" : " (" + failure.provider() + " " + failure.providerCode() + ")"));
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
