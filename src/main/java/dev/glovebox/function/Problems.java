package dev.glovebox.function;

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
import dev.glovebox.failure.OutOfMemory;
import dev.glovebox.upload.Failures;
import dev.glovebox.upload.ProblemDetails;

/** Converts failures to the answer that each kind of caller expects. An answer contains no stack trace and no payload. */
@ApplicationScoped
public class Problems {

    /**
     * An HTTP answer of type {@code application/problem+json}.
     *
     * @param status the HTTP status
     * @param body the problem
     * @param retryAfter how long to wait before a retry; empty if that is unknown
     */
    public record Answer(int status, byte[] body, Optional<Duration> retryAfter) {

        /** Returns the value of the Retry-After header: whole seconds, rounded up, at least 1. */
        public Optional<Long> retryAfterSeconds() {
            return retryAfter.map(wait -> Math.max(1, wait.plusMillis(999).toSeconds()));
        }
    }

    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    /** Returns the answer to an HTTP caller. Logs the stack trace of a defect. */
    public Answer answer(Throwable thrown) {
        OutOfMemory.exitIfCauseOf(thrown);
        if (!Failures.isKnown(thrown)) {
            LOG.error("A request failed", Defect.of(thrown));
        }
        Failure failure = Failures.of(thrown);
        return answer(ProblemDetails.of(failure), failure.retryAfter());
    }

    /** Returns the answer to an HTTP request that ended before a function was called. */
    public Answer answer(int status) {
        return switch (status) {
            case 400 -> answer(invalidRequest("The request is malformed"));
            case 404 -> answer(plain(status, "Not Found", "There is no such function"), null);
            case 405 -> answer(plain(status, "Method Not Allowed", "Functions are called with POST"), null);
            case 408 -> answer(plain(status, "Request Timeout", "The request did not arrive in time"), null);
            case 413 -> answer(Failure.of(FailureCode.IMAGE_TOO_LARGE, "The request's body is larger than the server takes")
                    .toException());
            default -> answer(Failure.of(FailureCode.PROVIDER_FAILURE, "The server failed").toException());
        };
    }

    /** Returns what is wrong, for people: the failure's detail. */
    public static String detail(Throwable thrown) {
        return Failures.of(thrown).detail();
    }

    /**
     * Returns the exception for a platform. Its message is the failure's code and detail. The exception for a defect has no
     * message, since the platform logs it.
     */
    public static RuntimeException toPlatformException(RuntimeException thrown) {
        OutOfMemory.exitIfCauseOf(thrown);
        return Failures.isKnown(thrown) ? Failures.of(thrown).toException() : Defect.of(thrown);
    }

    /** Returns the failure of a request that cannot be understood. The message must not repeat what was sent. */
    public static RuntimeException invalidRequest(String message) {
        return Failure.of(FailureCode.INVALID_REQUEST, message).toException();
    }

    /** Returns the failure of a browser's request from a page of another origin. */
    public static RuntimeException forbiddenOrigin() {
        return Failure.of(FailureCode.FORBIDDEN_SOURCE,
                "The origin of the page is not allowed: see glovebox.http.origins").toException();
    }

    /** A problem without a type: the request did not reach a function. */
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
