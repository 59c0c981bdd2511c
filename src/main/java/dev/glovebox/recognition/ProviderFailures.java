package dev.glovebox.recognition;

import java.time.Duration;

import org.jboss.logging.Logger;

import dev.glovebox.failure.Defect;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.OutOfMemory;
import dev.glovebox.failure.RetryAdvice;
import io.smallrye.mutiny.TimeoutException;

/**
 * Creates the failures of one provider.
 *
 * @param provider the provider's name
 */
record ProviderFailures(String provider) {

    private static final Logger LOG = Logger.getLogger(ProviderFailures.class);

    /** The deadline allows no call any more. */
    FailureException outOfTime() {
        return failure(FailureCode.TIMEOUT, "Too little time is left for a provider call", RetryAdvice.NEVER);
    }

    /** The call timed out. */
    FailureException callTimeout() {
        return failure(FailureCode.TIMEOUT, "The provider did not answer in time", RetryAdvice.WITH_BACKOFF);
    }

    /** The credentials did not arrive in time. */
    FailureException credentialsTimeout() {
        return failure(FailureCode.PROVIDER_UNAVAILABLE, "Timed out loading the provider's credentials", RetryAdvice.NEVER);
    }

    /** The bulkhead's queue is full, or the image waited in it for too long. */
    FailureException overloaded() {
        return failure(FailureCode.PROVIDER_UNAVAILABLE, "Too many calls to the provider are in progress", RetryAdvice.NEVER);
    }

    /** The circuit breaker is open. */
    FailureException breakerOpen() {
        return failure(FailureCode.PROVIDER_UNAVAILABLE, "The provider failed too often; calls are paused", RetryAdvice.NEVER);
    }

    /**
     * The next slot of the rate limit comes too late.
     *
     * @param delay the time until that slot
     */
    FailureException rateLimited(Duration delay) {
        return Failure.of(FailureCode.THROTTLED, "The rate limit of the provider allows no more calls")
                .withProvider(provider, null).withRetryAfter(delay).toException();
    }

    /** Converts any exception. Logs an unexpected one without its message, which may contain document data. */
    FailureException of(Throwable thrown) {
        OutOfMemory.exitIfCauseOf(thrown);
        return switch (thrown) {
            case FailureException known -> known;
            case TimeoutException timeout -> callTimeout();
            default -> {
                LOG.errorf(Defect.of(thrown), "The call to %s failed unexpectedly", provider);
                yield failure(FailureCode.PROVIDER_FAILURE, "The provider's answer cannot be processed", RetryAdvice.NEVER);
            }
        };
    }

    private FailureException failure(FailureCode code, String detail, RetryAdvice retry) {
        return Failure.of(code, detail, provider, retry).toException();
    }
}
