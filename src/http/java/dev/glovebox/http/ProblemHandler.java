package dev.glovebox.http;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.function.Problems;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/** Answers failed requests with {@code application/problem+json} (RFC 9457). */
@ApplicationScoped
class ProblemHandler implements Handler<RoutingContext> {

    private final Problems problems;
    private final FunctionRequest requests;

    ProblemHandler(Problems problems, FunctionRequest requests) {
        this.problems = problems;
        this.requests = requests;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.headWritten()) {
            context.next();
            return;
        }
        requests.reject(context);
        Throwable thrown = context.failure();
        Problems.Answer problem = thrown == null || thrown instanceof HttpException ? problems.answer(context.statusCode())
                : problems.answer(thrown);
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        SchemaLink.put(context, "problem-1");
        problem.retryAfterSeconds()
                .ifPresent(seconds -> response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
        if (problem.status() == 405) {
            response.putHeader(HttpHeaders.ALLOW, "POST");
        }
        response.end(Buffer.buffer(problem.body()));
    }
}
