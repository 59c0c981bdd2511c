package dev.glovebox.provider;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.glovebox.failure.Failure;

/**
 * A service's answer, parsed as JSON whatever its status and content type are. Immutable.
 *
 * @param status the HTTP status
 * @param body the JSON in the body; a missing node if it is not JSON
 * @param date the service's time of the answer; null if it gives none
 * @param retryAfter how long the service asks to wait; null if it does not
 * @param requestId the service's own id of the answer: its X-Request-Id header, or the id in its body; null if it has none
 */
public record WireAnswer(int status, JsonNode body, Instant date, Duration retryAfter, String requestId) {

    private static final int OK = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    /**
     * Parses an answer.
     *
     * @param now the time from which a Retry-After date counts
     */
    public static WireAnswer of(Response answer, ObjectMapper json, Instant now) {
        return new WireAnswer(answer.getStatus(), parse(answer, json), date(answer.getHeaderString("Date")),
                retryAfter(answer.getHeaderString("Retry-After"), now), validId(answer.getHeaderString("X-Request-Id")));
    }

    /** Returns this answer with the id from its body; null or an invalid id leaves the id unchanged. */
    public WireAnswer withRequestId(String id) {
        String valid = validId(id);
        return valid == null ? this : new WireAnswer(status, body, date, retryAfter, valid);
    }

    /** Returns the failure with this answer's id and the time that the service asks to wait. */
    public Failure annotate(Failure failure) {
        return failure.withRequestId(requestId).withRetryAfter(retryAfter);
    }

    /** Ids reach results and logs: anything that does not look like one is dropped. */
    private static String validId(String text) {
        return text != null && ID.matcher(text).matches() ? text : null;
    }

    /** Returns the status without the content. */
    @Override
    public String toString() {
        return "WireAnswer[" + status + "]";
    }

    /** Returns true for status 200. Other successful statuses, such as 201 and 204, are no answers to a recognition. */
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

    /** The header contains seconds or a date (RFC 9110, 10.2.3). */
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
