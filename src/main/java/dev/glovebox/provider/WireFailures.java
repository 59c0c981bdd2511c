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

/** The failures that are the same whichever service was called: of the connection, of the HTTP status, and of no JSON. */
public final class WireFailures {

    private static final Logger LOG = Logger.getLogger(WireFailures.class);

    /** Enough for every real one, and an end to a circle. */
    private static final int MOST_CAUSES = 8;

    private WireFailures() {
    }

    /** What went wrong below HTTP. Of its causes the types are logged, not the messages, which may name the URL. */
    public static FailureException ofConnection(Throwable cause, String provider) {
        for (Throwable at : causes(cause)) {
            if (at instanceof FailureException told) {
                return told;
            }
            if (at instanceof TimeoutException || at instanceof io.smallrye.mutiny.TimeoutException) {
                return Failure.of(FailureCode.TIMEOUT, "The provider did not answer in time", provider,
                        RetryAdvice.WITH_BACKOFF).toException();
            }
        }
        LOG.warnf("The connection to %s failed: %s", provider,
                causes(cause).stream().map(thrown -> thrown.getClass().getSimpleName()).collect(Collectors.joining(", by ")));
        return Failure.of(FailureCode.PROVIDER_FAILURE, "The connection to the provider failed", provider,
                RetryAdvice.WITH_BACKOFF).toException();
    }

    private static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES).toList();
    }

    /**
     * What a status says where no code of the service's own says more.
     *
     * @param code the service's own all the same, where no table knows it; null where it gave none
     */
    public static Failure ofStatus(WireAnswer answer, String provider, String code) {
        int status = answer.status();
        return switch (status) {
            case 200 -> failure(FailureCode.PROVIDER_FAILURE, RetryAdvice.NEVER, "The provider answered with an unknown error",
                    provider, code, answer);
            case 401 -> failure(FailureCode.PROVIDER_AUTH, RetryAdvice.NEVER, "The provider does not accept the credentials",
                    provider, code, answer);
            case 403 -> failure(FailureCode.PROVIDER_AUTH, RetryAdvice.NEVER, "The credentials may not use this operation",
                    provider, code, answer);
            case 408 -> failure(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF,
                    "The provider did not get the whole request in time", provider, code, answer);
            case 413 -> failure(FailureCode.IMAGE_TOO_LARGE, RetryAdvice.NEVER,
                    "The request is larger than the provider takes", provider, code, answer);
            case 429 -> failure(FailureCode.THROTTLED, RetryAdvice.WITH_BACKOFF,
                    "The provider's flow control asks for fewer calls", provider, code, answer);
            default -> status >= 500
                    ? failure(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF,
                            "The provider answered with status " + status, provider, code, answer)
                    : failure(FailureCode.PROVIDER_FAILURE, RetryAdvice.NEVER,
                            "The provider answered what it must not, with status " + status, provider, code, answer);
        };
    }

    /** An answer that says neither what was read nor why not. */
    public static FailureException noResult(String provider) {
        return ofContent("The provider's answer has no result", provider).toException();
    }

    /** An answer that no reading can be made of. It may have been paid for: it is asked for once more only. */
    public static Failure ofContent(String detail, String provider) {
        return Failure.of(FailureCode.PROVIDER_FAILURE, detail, provider, RetryAdvice.ONCE);
    }

    private static Failure failure(FailureCode code, RetryAdvice retry, String detail, String provider, String providerCode,
            WireAnswer answer) {
        return new Failure(code, detail, provider, providerCode, retry, answer.retryAfter(), answer.requestId());
    }
}
