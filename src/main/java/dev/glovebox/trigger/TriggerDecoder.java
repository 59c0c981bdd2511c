package dev.glovebox.trigger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells what arrived by its shape, and hands it to the decoder of that shape. */
public final class TriggerDecoder {

    /** An S3 event in EventBridge's in SNS' in SQS' is four deep; what is deeper is no event of anyone's. */
    private static final int DEEPEST = 5;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_-]{1,32}");
    private static final int MOST_NAMES = 10;

    private TriggerDecoder() {
    }

    /**
     * @param json what arrived
     * @throws InvalidTriggerException where it is no JSON, no shape fits, or the one that fits is broken
     */
    public static Trigger decode(byte[] json) {
        if (json.length == 0) {
            throw new InvalidTriggerException("The body is empty");
        }
        return decode(EventJson.read(json));
    }

    /**
     * @param json what arrived; null and JSON null where nothing did
     * @throws InvalidTriggerException where no shape fits, or the one that fits is broken
     */
    public static Trigger decode(JsonNode json) {
        return decode(json, 0);
    }

    static Trigger decode(JsonNode json, int depth) {
        if (json == null || json.isNull() || json.isMissingNode()) {
            throw new InvalidTriggerException("The body is empty");
        }
        if (depth > DEEPEST) {
            throw new InvalidTriggerException("The event is too deep");
        }
        if (json.isArray() && !json.isEmpty()) {
            return cloudEvents(json, depth);
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
            return records(json.get("Records"), depth);
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
            return nested(json.get("Message").textValue(), "Message", depth);
        }
        if (json.path("record").isArray()) {
            // SMN, Huawei's SNS
            return all(json.get("record"), "record", (record, path) -> objects(
                    nested(record.path("smn").path("message").asText(), path + ".smn.message", depth)));
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

    private static Trigger records(JsonNode records, int depth) {
        if (!records.isArray()) {
            throw new InvalidTriggerException("Records is not an array");
        }
        if (!records.isEmpty() && QueueDecoder.fits(records.get(0))) {
            return QueueDecoder.decode(records, depth);
        }
        return all(records, "Records", (record, path) -> {
            if (record.has("Sns")) {
                return objects(nested(record.path("Sns").path("Message").asText(), path + ".Sns.Message", depth));
            }
            if (CosEventDecoder.fits(record)) {
                return CosEventDecoder.decode(record, path).stream().toList();
            }
            if (record.isEmpty() || S3EventDecoder.fits(record)) {
                return S3EventDecoder.decode(record, path).stream().toList();
            }
            throw new InvalidTriggerException(path + " is of no known event");
        });
    }

    /** Events in batch mode. */
    private static Trigger cloudEvents(JsonNode events, int depth) {
        return all(events, "The event", (event, path) -> {
            if (!CloudEventDecoder.fits(event)) {
                throw new InvalidTriggerException("The body is not a JSON object, nor an array of CloudEvents");
            }
            return objects(CloudEventDecoder.decode(event, depth));
        });
    }

    /** What an envelope's text holds: objects, or nothing to be read. */
    static Trigger nested(String text, String path, int depth) {
        if (text.isBlank()) {
            throw new InvalidTriggerException(path + " is empty");
        }
        try {
            return nested(EventJson.read(text.getBytes(StandardCharsets.UTF_8)), depth);
        } catch (InvalidTriggerException e) {
            throw e.getMessage().startsWith(path) ? e : new InvalidTriggerException(path + ": " + e.getMessage());
        }
    }

    static Trigger nested(JsonNode json, int depth) {
        Trigger trigger = decode(json, depth + 1);
        objects(trigger);
        return trigger;
    }

    /**
     * What an event in an envelope asks to be read.
     *
     * @throws InvalidTriggerException where it asks for an answer, which an envelope has no place for
     */
    static List<StoredObject> objects(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Uploads uploads -> uploads.objects();
            case Trigger.Ping ping -> List.of();
            case Trigger.Call call when call.image() instanceof CalledImage.Stored stored -> List.of(stored.object());
            case Trigger.Call call -> throw new InvalidTriggerException("a message can only name an object to be read");
            case Trigger.Messages messages -> throw new InvalidTriggerException("a message holds a batch of messages");
            case Trigger.Job job -> throw new InvalidTriggerException("a message holds tasks of a batch job");
            case Trigger.Gateway gateway -> throw new InvalidTriggerException("a message holds a gateway's request");
        };
    }

    @FunctionalInterface
    private interface RecordDecoder {
        List<StoredObject> decode(JsonNode record, String path);
    }

    private static Trigger all(JsonNode records, String name, RecordDecoder decoder) {
        List<StoredObject> objects = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            objects.addAll(decoder.decode(records.get(i), name + "[" + i + "]"));
        }
        return new Trigger.Uploads(objects);
    }
}
