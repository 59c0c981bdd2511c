package dev.glovebox.function;

import dev.glovebox.upload.Failures;
import dev.glovebox.upload.ProblemDetails;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.document.Problem;
import dev.glovebox.failure.Defect;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.trigger.InvalidTriggerException;

/** Failures in the form that each kind of caller expects. No stack, no payload. */
@ApplicationScoped
public class Problems {

    /**
     * An HTTP answer of type {@code application/problem+json}.
     *
     * @param status the HTTP status
     * @param body the problem
     * @param retryAfter how long to wait, where that is known
     */
    public record Answer(int status, byte[] body, Optional<Duration> retryAfter) {

        /** The Retry-After header's value: whole seconds, none too few. */
        public Optional<Long> retryAfterSeconds() {
            return retryAfter.map(wait -> Math.max(1, wait.plusMillis(999).toSeconds()));
        }
    }

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** For an HTTP caller. What no rule foresees is a defect, and logged. */
    public Answer answer(Throwable thrown) {
        if (!Failures.isKnown(thrown)) {
            LOG.error("A request failed", Defect.of(thrown));
        }
        Failure failure = Failures.of(thrown);
        return answer(ProblemDetails.of(failure), failure.retryAfter());
    }

    /** For an HTTP caller whose request ended before a function was called. */
    public Answer answer(int status) {
        return switch (status) {
            case 400 -> answer(new InvalidTriggerException("The request is malformed"));
            case 404 -> answer(plain(status, "Not Found", "There is no such function"), null);
            case 405 -> answer(plain(status, "Method Not Allowed", "Functions are called with POST"), null);
            case 413 -> answer(Failure.of(FailureCode.IMAGE_TOO_LARGE, "The request's body is larger than the server takes")
                    .toException());
            default -> answer(Failure.of(FailureCode.PROVIDER_FAILURE, "The server failed").toException());
        };
    }

    /**
     * For a platform: every failure leaves as one type with its code first, and a defect without its message, which is logged.
     */
    public static RuntimeException thrown(RuntimeException thrown) {
        return Failures.isKnown(thrown) ? Failures.of(thrown).toException() : Defect.of(thrown);
    }

    /** A request that cannot be understood. The message must not repeat what was sent. */
    public static RuntimeException invalidRequest(String message) {
        return new InvalidTriggerException(message);
    }

    /** Not one of the taxonomy's titles: the request never reached a function. */
    private static Problem plain(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, FailureCode.INVALID_REQUEST.id(), false, null, null);
    }

    private Answer answer(Problem problem, Duration retryAfter) {
        try {
            return new Answer(problem.status(), json.writeValueAsBytes(problem), Optional.ofNullable(retryAfter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
