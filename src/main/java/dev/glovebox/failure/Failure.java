package dev.glovebox.failure;

import java.time.Duration;
import java.util.Objects;

/**
 * A failure of one reading. It contains no part of the image or document, no secret and no URL. Immutable.
 *
 * @param code the kind of failure
 * @param detail the reason, for people
 * @param origin the provider's answer that reports the failure; {@link Origin#NONE} if no provider was called
 * @param retry whether the call can be retried within this invocation
 * @param retryAfter how long the provider asks to wait; null if it does not say
 */
public record Failure(FailureCode code, String detail, Origin origin, RetryAdvice retry, Duration retryAfter) {

    /**
     * The provider's answer that reports a failure.
     *
     * @param provider the provider's name; null if no provider was called
     * @param code the provider's own error code; null if it gave none
     * @param requestId the provider's own id of the answer; null if it gave none
     */
    public record Origin(String provider, String code, String requestId) {

        /** The origin of a failure without a provider. */
        public static final Origin NONE = new Origin(null, null, null);
    }

    /** @throws NullPointerException if code, detail, origin or retry is null */
    public Failure {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(retry, "retry");
    }

    /** Returns a failure of the request, the source or the image, without a provider and without a retry. */
    public static Failure of(FailureCode code, String detail) {
        return new Failure(code, detail, Origin.NONE, RetryAdvice.NEVER, null);
    }

    /** Returns a failure of a provider that gave no code of its own. */
    public static Failure of(FailureCode code, String detail, String provider, RetryAdvice retry) {
        return of(code, detail).withProvider(provider, null).withRetry(retry);
    }

    /** Returns the same failure with another code. */
    public Failure as(FailureCode other) {
        return new Failure(other, detail, origin, retry, retryAfter);
    }

    /**
     * Returns the same failure of a provider.
     *
     * @param name the provider's name
     * @param providerCode the provider's own error code; null if it gave none
     */
    public Failure withProvider(String name, String providerCode) {
        return new Failure(code, detail, new Origin(name, providerCode, origin.requestId()), retry, retryAfter);
    }

    /** Returns the same failure with the provider's own id of the answer, which may be null. */
    public Failure withRequestId(String id) {
        return new Failure(code, detail, new Origin(origin.provider(), origin.code(), id), retry, retryAfter);
    }

    /** Returns the same failure with another advice. */
    public Failure withRetry(RetryAdvice advice) {
        return new Failure(code, detail, origin, advice, retryAfter);
    }

    /** Returns the same failure with the time that the provider asks to wait, which may be null. */
    public Failure withRetryAfter(Duration time) {
        return new Failure(code, detail, origin, retry, time);
    }

    /** Returns the name of the provider that reports the failure; null if no provider was called. */
    public String provider() {
        return origin.provider();
    }

    /** Returns the provider's own error code; null if it gave none. */
    public String providerCode() {
        return origin.code();
    }

    /** Returns the provider's own id of its answer; null if it gave none. */
    public String requestId() {
        return origin.requestId();
    }

    /** Returns an exception that carries this failure. */
    public FailureException toException() {
        return new FailureException(this);
    }
}
