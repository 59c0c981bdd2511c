package dev.glovebox.provider;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;

/** The failures that do not depend on the service: of the connection, of the HTTP status, and of answers that are not JSON. */
public final class WireFailures {

    private static final Logger LOG = Logger.getLogger(WireFailures.class);

    /** More than any real chain has; ends a chain that contains itself. */
    private static final int MAX_CAUSES = 8;

    private WireFailures() {
    }

    /**
     * Returns the failure of a connection. Logs the types of the causes without their messages, which may contain the URL.
     *
     * @param cause the exception of the REST client; if a {@link FailureException} caused it, that is returned
     */
    public static FailureException ofConnection(Throwable cause, String provider) {
        for (Throwable next : causes(cause)) {
            if (next instanceof FailureException known) {
                return known;
            }
            if (next instanceof TimeoutException || next instanceof io.smallrye.mutiny.TimeoutException) {
                return Failure.of(FailureCode.TIMEOUT, "The provider did not answer in time", provider,
                        RetryAdvice.WITH_BACKOFF).toException();
            }
        }
        LOG.warnf("The connection to %s failed: %s", provider, causes(cause).stream()
                .map(thrown -> thrown.getClass().getSimpleName()).collect(Collectors.joining(", caused by ")));
        return Failure.of(FailureCode.PROVIDER_FAILURE, "The connection to the provider failed", provider,
                RetryAdvice.WITH_BACKOFF).toException();
    }

    private static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES).toList();
    }

    /**
     * Returns the failure that an HTTP status reports, for answers without a known error code.
     *
     * @param code the answer's unknown error code; null if it has none
     */
    public static Failure ofStatus(WireAnswer answer, String provider, String code) {
        int status = answer.status();
        Failure failure = switch (status) {
            case 200 -> failure(FailureCode.PROVIDER_FAILURE, "The provider answered with an unknown error");
            case 401 -> failure(FailureCode.PROVIDER_AUTH, "The provider does not accept the credentials");
            case 403 -> failure(FailureCode.PROVIDER_AUTH, "The credentials may not use this operation");
            case 408 -> retryable(FailureCode.PROVIDER_FAILURE, "The provider did not get the whole request in time");
            case 413 -> failure(FailureCode.IMAGE_TOO_LARGE, "The request is larger than the provider allows");
            case 429 -> retryable(FailureCode.THROTTLED, "The provider limits the rate of calls");
            default -> status >= 500
                    ? retryable(FailureCode.PROVIDER_FAILURE, "The provider answered with status " + status)
                    : failure(FailureCode.PROVIDER_FAILURE, "The provider answered with the unexpected status " + status);
        };
        return answer.annotate(failure.withProvider(provider, code));
    }

    private static Failure failure(FailureCode code, String detail) {
        return Failure.of(code, detail);
    }

    private static Failure retryable(FailureCode code, String detail) {
        return Failure.of(code, detail).withRetry(RetryAdvice.WITH_BACKOFF);
    }

    /** Returns the failure of an answer that contains neither a result nor an error. */
    public static FailureException noResult(String provider) {
        return ofContent("The provider's answer has no result", provider).toException();
    }

    /** Returns the failure of an answer that cannot be read. It is retried only once, since the provider may charge for it. */
    public static Failure ofContent(String detail, String provider) {
        return Failure.of(FailureCode.PROVIDER_FAILURE, detail, provider, RetryAdvice.ONCE);
    }
}
