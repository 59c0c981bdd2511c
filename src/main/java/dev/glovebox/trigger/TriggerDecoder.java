package dev.glovebox.trigger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells what arrived by its shape, and hands it to the decoder of that shape. */
final class TriggerDecoder {

    /** An S3 event in EventBridge's in SNS' in SQS' is four deep; what is deeper is no event of anyone's. */
    private static final int DEEPEST = 5;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_-]{1,32}");
    private static final int MOST_NAMES = 10;
    static final String EMPTY_BODY = "The body is empty";

    private TriggerDecoder() {
    }

    /**
     * @param json what arrived
     * @throws InvalidTriggerException where it is no JSON, no shape fits, or the one that fits is broken
     */
    static Trigger decode(byte[] json) {
        if (json.length == 0) {
            throw new InvalidTriggerException(EMPTY_BODY);
        }
        return decode(EventJson.read(json));
    }

    /**
     * @param json what arrived; null and JSON null where nothing did
     * @throws InvalidTriggerException where no shape fits, or the one that fits is broken
     */
    static Trigger decode(JsonNode json) {
        return decode(json, 0);
    }

    static Trigger decode(JsonNode json, int depth) {
        if (json == null || json.isNull() || json.isMissingNode()) {
            throw new InvalidTriggerException(EMPTY_BODY);
        }
        if (depth > DEEPEST) {
            throw new InvalidTriggerException("The event is too deep");
        }
        if (json.isArray() && !json.isEmpty()) {
            return Envelope.cloudEvents(json, depth);
        }
        if (!json.isObject()) {
            throw new InvalidTriggerException("The body is not a JSON object");
        }
        if (GatewayDecoder.fits(json)) {
            return GatewayDecoder.decode(json, depth);
        }
        if (R2EventDecoder.fits(json)) {
            return R2EventDecoder.decode(json);
        }
        if (CallDecoder.fits(json)) {
            return CallDecoder.decode(json);
        }
        if (json.has("Records")) {
            return Envelope.records(json.get("Records"), depth);
        }
        if (EventBridgeDecoder.fits(json)) {
            return EventBridgeDecoder.decode(json);
        }
        if (CloudEventDecoder.fits(json)) {
            return CloudEventDecoder.decode(json, depth);
        }
        if (JobDecoder.fits(json)) {
            return JobDecoder.decode(json);
        }
        if (json.has("TopicArn") && json.path("Message").isTextual()) {
            return Envelope.text(json.get("Message").textValue(), "Message", depth);
        }
        if (json.path("record").isArray()) {
            return Envelope.smn(json.get("record"), depth);
        }
        if (json.has("s3")) {
            return new Trigger.Uploads(S3EventDecoder.decode(json, "data").stream().toList());
        }
        return ping(json).orElseThrow(() -> new InvalidTriggerException(
                "The body has none of image, url and object, and is no known event" + shape(json)));
    }

    /** The names of its members, as far as they are names: whoever sent it will know it by them. */
    private static String shape(JsonNode json) {
        List<String> names = json.properties().stream().map(Map.Entry::getKey).filter(name -> NAME.matcher(name).matches())
                .limit(MOST_NAMES).toList();
        return names.isEmpty() ? "" : ": it has " + String.join(", ", names);
    }

    /** Warm-ups, timers (SCF, FunctionGraph), and what a store sends when its notifications are set up. */
    private static Optional<Trigger> ping(JsonNode json) {
        boolean deep = json.path("warmup").asText().equals("deep");
        return deep || json.path("warmup").asBoolean() || json.path("Event").asText().equals("s3:TestEvent")
                || json.path("Type").asText().equals("Timer") && json.has("TriggerName")
                || json.path("trigger_type").asText().equals("TIMER") ? Optional.of(new Trigger.Ping(deep)) : Optional.empty();
    }
}
