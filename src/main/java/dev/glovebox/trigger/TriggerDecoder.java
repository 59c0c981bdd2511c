package dev.glovebox.trigger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Recognizes the kind of a call or event by its members, and calls the decoder of that kind. */
final class TriggerDecoder {

    /** An S3 event inside the failure record of an SNS event that an SQS message contains has depth five. */
    private static final int MAX_DEPTH = 6;

    /** Member names that may appear in messages. Other names may be data. */
    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z_-]{1,32}");
    private static final int MAX_NAMES = 10;
    static final String EMPTY_BODY = "The body is empty";

    private TriggerDecoder() {
    }

    /**
     * Decodes the bytes of a call or event.
     *
     * @throws InvalidTriggerException if the bytes are not JSON, or not a valid call or event of a known kind
     */
    static Trigger decode(byte[] json) {
        if (json.length == 0) {
            throw new InvalidTriggerException(EMPTY_BODY);
        }
        return decode(EventJson.read(json));
    }

    /**
     * Decodes the JSON of a call or event.
     *
     * @param json the JSON; may be null or JSON null
     * @throws InvalidTriggerException if the JSON is not a valid call or event of a known kind
     */
    static Trigger decode(JsonNode json) {
        return decode(json, 0);
    }

    /**
     * Decodes the JSON of a call or event that may be inside other events.
     *
     * @param depth the number of events around this one
     */
    static Trigger decode(JsonNode json, int depth) {
        if (json == null || json.isNull() || json.isMissingNode()) {
            throw new InvalidTriggerException(EMPTY_BODY);
        }
        if (depth > MAX_DEPTH) {
            throw new InvalidTriggerException("The event is nested too deeply");
        }
        if (json.isArray() && !json.isEmpty()) {
            return Envelope.array(json, depth);
        }
        if (!json.isObject()) {
            throw new InvalidTriggerException("The body is not a JSON object");
        }
        if (FailureRecord.matches(json)) {
            return FailureRecord.decode(json, depth);
        }
        if (GatewayDecoder.matches(json)) {
            return GatewayDecoder.decode(json, depth);
        }
        if (R2EventDecoder.matches(json)) {
            return R2EventDecoder.decode(json);
        }
        if (CallDecoder.matches(json)) {
            return CallDecoder.decode(json);
        }
        if (json.has("Records")) {
            return Envelope.records(json.get("Records"), depth);
        }
        if (EventBridgeDecoder.matches(json)) {
            return EventBridgeDecoder.decode(json, depth);
        }
        if (CloudEventDecoder.matches(json)) {
            return CloudEventDecoder.decode(json, depth);
        }
        if (JobDecoder.matches(json)) {
            return JobDecoder.decode(json);
        }
        if (json.has("TopicArn") || json.has("topic_urn")) {
            return topicMessage(json, depth);
        }
        if (json.path("record").isArray()) {
            return Envelope.smn(json.get("record"), depth);
        }
        if (S3EventDecoder.hasObject(json)) {
            return new Trigger.Uploads(S3EventDecoder.decode(json, "data").stream().toList());
        }
        return ping(json).orElseThrow(() -> new InvalidTriggerException(
                "The body has no image, url or object, and is not a known event" + memberNames(json)));
    }

    /** Decodes a message that SNS or SMN posts to an HTTP endpoint. */
    private static Trigger topicMessage(JsonNode json, int depth) {
        if (Envelope.isSubscriptionMessage(json)) {
            return new Trigger.Ping(false);
        }
        String member = json.has("TopicArn") ? "Message" : "message";
        return Envelope.text(json.path(member).asText(), member, depth);
    }

    /** Returns the end of a message with the names of the members, so that the caller recognizes the event. */
    private static String memberNames(JsonNode json) {
        List<String> names = json.properties().stream().map(Map.Entry::getKey)
                .filter(name -> SAFE_NAME.matcher(name).matches()).limit(MAX_NAMES).toList();
        return names.isEmpty() ? "" : ": it has " + String.join(", ", names);
    }

    /**
     * Decodes warm-ups, timers (SCF, FunctionGraph), and the test events that stores send when notifications are configured.
     */
    private static Optional<Trigger> ping(JsonNode json) {
        boolean warmUp = json.path("warmup").asText().equals("deep");
        boolean isPing = warmUp || json.path("warmup").asBoolean() || json.path("Event").asText().equals("s3:TestEvent")
                || json.path("Type").asText().equals("Timer") && json.has("TriggerName")
                || json.path("trigger_type").asText().equals("TIMER");
        return isPing ? Optional.of(new Trigger.Ping(warmUp)) : Optional.empty();
    }
}
