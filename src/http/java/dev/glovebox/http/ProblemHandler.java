package dev.glovebox.http;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.function.Problems;
import io.vertx.core.Handler;
import io.vertx.core.VertxException;
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

    private Problems.Answer answer(RoutingContext context) {
        return switch (context.failure()) {
            case null -> problems.answer(context.statusCode());
            case HttpException refused -> problems.answer(context.statusCode());
            // Vert.x cannot understand the request, for example without a Host header
            case VertxException malformed -> {
                RequestGate.closeAfterAnswer(context);
                yield problems.answer(400);
            }
            case Throwable thrown -> problems.answer(thrown);
        };
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.headWritten()) {
            context.next();
            return;
        }
        requests.reject(context);
        Problems.Answer problem = answer(context);
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        SchemaLink.put(context, "problem-1");
        problem.retryAfterSeconds()
                .ifPresent(seconds -> response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
        if (problem.status() == 405) {
            response.putHeader(HttpHeaders.ALLOW, "POST");
        }
        response.end(Buffer.buffer(problem.body()));
        UnreadBody.drop(context);
    }
}
