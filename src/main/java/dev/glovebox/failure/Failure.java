package dev.glovebox.failure;

import java.time.Duration;
import java.util.Objects;

/**
 * One failure, told so that nothing of the image, its document, a secret or a URL is in it.
 *
 * @param code what kind it is
 * @param detail what is wrong here, for people
 * @param provider whose answer it was; null where none was asked
 * @param providerCode that provider's own code; null where it gave none
 * @param retry whether the call may be made again within this invocation
 * @param retryAfter how long the provider asks to wait; null where it does not say
 * @param requestId the provider's own id of its answer; null where it gave none
 */
public record Failure(FailureCode code, String detail, String provider, String providerCode, RetryAdvice retry,
        Duration retryAfter, String requestId) {

    public Failure {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(retry, "retry");
    }

    /** A failure whose answer has no id. */
    public Failure(FailureCode code, String detail, String provider, String providerCode, RetryAdvice retry,
            Duration retryAfter) {
        this(code, detail, provider, providerCode, retry, retryAfter, null);
    }

    /** A failure of the request, the source or the image: no provider had a part in it. */
    public static Failure of(FailureCode code, String detail) {
        return new Failure(code, detail, null, null, RetryAdvice.NEVER, null);
    }

    /** A failure of a provider that names no code of its own. */
    public static Failure of(FailureCode code, String detail, String provider, RetryAdvice retry) {
        return new Failure(code, detail, provider, null, retry, null);
    }

    /** The same, taken for another kind. */
    public Failure as(FailureCode other) {
        return new Failure(other, detail, provider, providerCode, retry, retryAfter, requestId);
    }

    /** As something to throw. */
    public FailureException toException() {
        return new FailureException(this);
    }
}
