package dev.glovebox.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Formats an event as one line: JSON for programs, or text for people. Null values have no JSON member. */
final class EventLine {

    static final String MILLIS = "millis";

    private static final JsonFactory JSON = new JsonFactory();

    private final Optional<CloudWatchMetrics> metrics;

    /** @param metrics adds metrics to the JSON; empty if there are none */
    EventLine(Optional<CloudWatchMetrics> metrics) {
        this.metrics = metrics;
    }

    /** Returns the event as JSON in UTF-8, with a line feed at the end. */
    byte[] toJson(ReadingEvent event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("event", event.isReading() ? "reading" : "invocation");
            json.writeStringField("time", event.time().toString());
            json.writeStringField("function", event.function());
            json.writeStringField("trigger", event.trigger().id());
            json.writeStringField("outcome", event.outcome());
            json.writeNumberField(MILLIS, event.millis());
            if (event.facts().bytes() != null) {
                json.writeNumberField("bytes", event.facts().bytes());
            }
            writeAnswer(event, json);
            if (event.isReading()) {
                json.writeNumberField("failovers", event.answer().failovers());
                json.writeBooleanField("duplicate", event.facts().duplicate());
                json.writeBooleanField("takenOver", event.facts().takenOver());
                if (event.facts().callsPaused()) {
                    json.writeBooleanField("callsPaused", true);
                }
            }
            if (event.facts().review() != null) {
                json.writeBooleanField("review", event.facts().review());
            }
            writeText(json, "object", event.subject().ids().object());
            writeText(json, "requestId", event.subject().ids().requestId());
            writeText(json, "traceId", event.subject().ids().traceId());
            if (metrics.isPresent()) {
                metrics.get().write(event, json);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toByteArray();
    }

    private static void writeAnswer(ReadingEvent event, JsonGenerator json) throws IOException {
        ProviderAnswer answer = event.answer();
        writeText(json, "provider", answer.provider());
        writeText(json, "providerRequestId", answer.requestId());
        writeText(json, "providerCode", answer.code());
        if (answer.calls().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("calls");
        for (ProviderAnswer.Call call : answer.calls()) {
            json.writeStartObject();
            json.writeStringField("provider", call.provider());
            json.writeStringField("outcome", call.outcome());
            json.writeNumberField(MILLIS, call.millis());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeText(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /** Returns the event as text for people, without a line feed. */
    static String toText(ReadingEvent event) {
        StringBuilder line = new StringBuilder(event.function()).append(", ").append(event.trigger().id()).append(": ")
                .append(event.outcome()).append(event.facts().duplicate() ? " (duplicate)" : "").append(" in ")
                .append(event.millis()).append(" ms");
        if (event.facts().bytes() != null) {
            line.append(", ").append(event.facts().bytes()).append(" bytes");
        }
        for (ProviderAnswer.Call call : event.answer().calls()) {
            line.append(", ").append(call.provider()).append(' ').append(call.outcome()).append(" in ").append(call.millis())
                    .append(" ms");
        }
        if (Boolean.TRUE.equals(event.facts().review())) {
            line.append(", needs review");
        }
        return line.toString();
    }
}
