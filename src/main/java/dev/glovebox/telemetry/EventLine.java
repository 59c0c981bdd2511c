package dev.glovebox.telemetry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** An event as one line: JSON for machines, or words for people. What is null has no member. */
final class EventLine {

    static final String MILLIS = "millis";

    private static final JsonFactory JSON = new JsonFactory();

    private final Optional<CloudWatchMetrics> metrics;

    EventLine(Optional<CloudWatchMetrics> metrics) {
        this.metrics = metrics;
    }

    /** UTF-8, with its line feed. */
    byte[] json(ReadingEvent event) {
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
            answer(event, json);
            if (event.isReading()) {
                json.writeNumberField("failovers", event.answer().failovers());
                json.writeBooleanField("duplicate", event.facts().duplicate());
                json.writeBooleanField("takenOver", event.facts().takenOver());
            }
            if (event.facts().review() != null) {
                json.writeBooleanField("review", event.facts().review());
            }
            text(json, "object", event.subject().ids().object());
            text(json, "requestId", event.subject().ids().requestId());
            text(json, "traceId", event.subject().ids().traceId());
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

    private static void answer(ReadingEvent event, JsonGenerator json) throws IOException {
        ProviderAnswer answer = event.answer();
        text(json, "provider", answer.provider());
        text(json, "providerRequestId", answer.requestId());
        text(json, "providerCode", answer.code());
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

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /** In one line, without a line feed. */
    static String text(ReadingEvent event) {
        StringBuilder line = new StringBuilder(event.function()).append(", ").append(event.trigger().id()).append(": ")
                .append(event.outcome()).append(event.facts().duplicate() ? " (was there already)" : "").append(" in ")
                .append(event.millis()).append(" ms");
        if (event.facts().bytes() != null) {
            line.append(", ").append(event.facts().bytes()).append(" bytes");
        }
        for (ProviderAnswer.Call call : event.answer().calls()) {
            line.append(", ").append(call.provider()).append(' ').append(call.outcome()).append(" in ").append(call.millis())
                    .append(" ms");
        }
        if (Boolean.TRUE.equals(event.facts().review())) {
            line.append(", to be reviewed");
        }
        return line.toString();
    }
}
