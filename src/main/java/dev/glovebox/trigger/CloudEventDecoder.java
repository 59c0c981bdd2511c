package dev.glovebox.trigger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.trace.TraceContext;

/**
 * Decodes the data of CloudEvents in structured mode. In binary mode the body contains the data only, so that no envelope has
 * to be decoded.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">the JSON format</a>
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/extensions/distributed-tracing.md">traceparent</a>
 */
final class CloudEventDecoder {

    private CloudEventDecoder() {
    }

    static boolean matches(JsonNode event) {
        return event.path("specversion").isTextual() && event.has("type") && event.has("source");
    }

    static Trigger decode(JsonNode event, int depth) {
        Trigger trigger = decodeData(event, depth);
        TraceContext trace = TraceContext.of(EventJson.text(event, TraceContext.TRACEPARENT), null);
        return trigger instanceof Trigger.Uploads uploads
                ? new Trigger.Uploads(uploads.objects().stream().map(object -> object.withDefaultTrace(trace)).toList())
                : trigger;
    }

    private static Trigger decodeData(JsonNode event, int depth) {
        if (!event.get("specversion").asText().startsWith("1.")) {
            throw new InvalidTriggerException("specversion is not 1.x");
        }
        if (event.path("data_base64").isTextual()) {
            byte[] text = event.get("data_base64").textValue().getBytes(StandardCharsets.ISO_8859_1);
            return Envelope.text(new String(Base64Text.decode(ByteBuffer.wrap(text), "data_base64"), StandardCharsets.UTF_8),
                    "data_base64", depth);
        }
        JsonNode data = event.path("data");
        return data.isTextual() ? Envelope.text(data.textValue(), "data", depth)
                : Envelope.json(data, depth);
    }
}
