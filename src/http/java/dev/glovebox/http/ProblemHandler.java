package dev.glovebox.http;

import java.io.IOException;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.document.Problem;
import dev.glovebox.function.Failures;
import dev.glovebox.provider.Defect;
import dev.glovebox.provider.Failure;
import dev.glovebox.provider.FailureCode;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/** Whatever ends a request, as {@code application/problem+json}. No stack, no payload. */
@ApplicationScoped
class ProblemHandler implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(ProblemHandler.class);

    private final ObjectMapper json;

    ProblemHandler(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void handle(RoutingContext context) {
        if (context.response().ended() || context.response().headWritten()) {
            context.next();
            return;
        }
        Throwable thrown = context.failure();
        if (thrown == null || thrown instanceof HttpException) {
            answer(context, byStatus(context.statusCode()), null);
            return;
        }
        if (!Failures.isKnown(thrown)) {
            LOG.error("A request failed", Defect.of(thrown));
        }
        Failure failure = Failures.of(thrown);
        answer(context, failure.toProblem(), failure);
    }

    /** What the router says by a status alone. */
    static Problem byStatus(int status) {
        return switch (status) {
            case 400 -> Failure.of(FailureCode.INVALID_REQUEST, "The request is malformed").toProblem();
            case 413 ->
                Failure.of(FailureCode.IMAGE_TOO_LARGE, "The request's body is larger than the server takes").toProblem();
            case 404 -> plain(status, "There is no such function");
            case 405 -> plain(status, "Functions are called with POST");
            default -> Failure.of(FailureCode.PROVIDER_FAILURE, "The function itself failed").toProblem();
        };
    }

    /** Not one of the taxonomy's: the request never reached a function. */
    private static Problem plain(int status, String detail) {
        return new Problem("about:blank", status == 404 ? "Not Found" : "Method Not Allowed", status, detail,
                FailureCode.INVALID_REQUEST.id(), false, null, null);
    }

    void answer(RoutingContext context, Problem problem, Failure failure) {
        HttpServerResponse response = context.response().setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        if (failure != null && failure.retryAfter() != null) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(failure.retryAfter().toSeconds()));
        }
        if (problem.status() == 405) {
            response.putHeader(HttpHeaders.ALLOW, "POST");
        }
        try {
            response.end(Buffer.buffer(json.writeValueAsBytes(problem)));
        } catch (IOException e) {
            throw new IllegalStateException("A record of strings can be written", e);
        }
    }
}
