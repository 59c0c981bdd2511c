package dev.glovebox.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.trigger.Answers;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Writes the answers of platforms as JSON. */
@ApplicationScoped
@RegisterForReflection(targets = { Answers.Messages.class, Answers.Messages.Item.class, Answers.Job.class, Answers.Task.class })
class AnswerJson {

    private static final String JSON_TYPE = "application/json";
    private static final String PROBLEM_TYPE = "application/problem+json";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int METHOD_NOT_ALLOWED = 405;

    /** The answer in the form that every kind of gateway understands. */
    @RegisterForReflection
    record GatewayAnswer(int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {
    }

    private final ObjectMapper json;

    AnswerJson(ObjectMapper json) {
        this.json = json;
    }

    byte[] write(Object answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Wraps an answer for a gateway. */
    byte[] wrap(Reply reply) {
        return write(reply.isEmpty() ? answer(NO_CONTENT, Map.of(), reply.json())
                : answer(OK, Map.of("Content-Type", JSON_TYPE), reply.json()));
    }

    /** Wraps a problem for a gateway. */
    byte[] wrap(Problems.Answer problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", PROBLEM_TYPE);
        if (problem.status() == METHOD_NOT_ALLOWED) {
            headers.put("Allow", "POST");
        }
        problem.retryAfterSeconds().ifPresent(seconds -> headers.put("Retry-After", String.valueOf(seconds)));
        return write(answer(problem.status(), headers, problem.body()));
    }

    private static GatewayAnswer answer(int status, Map<String, String> headers, byte[] body) {
        return new GatewayAnswer(status, headers, new String(body, StandardCharsets.UTF_8), false);
    }
}
