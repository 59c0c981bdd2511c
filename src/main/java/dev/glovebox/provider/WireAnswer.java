package dev.glovebox.provider;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.glovebox.failure.FailureException;
import io.smallrye.mutiny.Uni;

/**
 * A service's answer, whatever its status and content type say.
 *
 * @param status the HTTP status
 * @param body the JSON in it; missing where it is none
 * @param date when the service says that it answered; null where it does not
 * @param retryAfter how long it asks to wait; null where it does not
 * @param requestId the service's own id of it: its X-Request-Id header, unless it stands elsewhere; null where it has none
 */
public record WireAnswer(int status, JsonNode body, Instant date, Duration retryAfter, String requestId) {

    private static final int OK = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    /**
     * Takes an answer apart, once.
     *
     * @param now what a Retry-After that is a date counts from
     */
    public static WireAnswer of(Response answer, ObjectMapper json, Instant now) {
        return new WireAnswer(answer.getStatus(), parse(answer, json), date(answer.getHeaderString("Date")),
                retryAfter(answer.getHeaderString("Retry-After"), now), id(answer.getHeaderString("X-Request-Id")));
    }

    /**
     * What a call is answered with.
     *
     * @param provider whose failure it is where the connection breaks: then this fails with a {@link FailureException}
     */
    public static Uni<WireAnswer> to(Uni<Response> call, String provider, ObjectMapper json, InstantSource clock) {
        return call.onFailure().transform(failure -> WireFailures.ofConnection(failure, provider))
                .map(answer -> of(answer, json, clock.instant()));
    }

    /** The same answer with the id that its body gives; null leaves the one it has. */
    public WireAnswer identifiedBy(String id) {
        String theirs = id(id);
        return theirs == null ? this : new WireAnswer(status, body, date, retryAfter, theirs);
    }

    /** What is an id; it goes into results and logs. */
    private static String id(String text) {
        return text != null && ID.matcher(text).matches() ? text : null;
    }

    /** The status, not the content. */
    @Override
    public String toString() {
        return "WireAnswer[" + status + "]";
    }

    /** True for status 200: other services' "created" or "no content" are no answer to a reading. */
    public boolean isOk() {
        return status == OK;
    }

    private static JsonNode parse(Response answer, ObjectMapper json) {
        try {
            byte[] bytes = answer.readEntity(byte[].class);
            return bytes == null ? MissingNode.getInstance() : json.readTree(bytes);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    private static Duration retryAfter(String header, Instant now) {
        if (header == null) {
            return null;
        }
        if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        Instant until = date(header);
        return until == null || until.isBefore(now) ? null : Duration.between(now, until);
    }

    private static Instant date(String header) {
        try {
            return header == null ? null
                    : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException notADate) {
            return null;
        }
    }
}
