package dev.glovebox.trigger;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells what arrived by its shape, and hands it to the decoder of that shape. */
public final class TriggerDecoder {

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
        if (json == null || json.isNull() || json.isMissingNode()) {
            throw new InvalidTriggerException("The body is empty");
        }
        if (!json.isObject()) {
            throw new InvalidTriggerException("The body is not a JSON object");
        }
        if (CallDecoder.fits(json)) {
            return CallDecoder.decode(json);
        }
        if (json.has("Records")) {
            return new Trigger.Uploads(S3EventDecoder.decode(json.get("Records")));
        }
        if (json.path("warmup").asBoolean() || "s3:TestEvent".equals(json.path("Event").asText())) {
            return new Trigger.Ping();
        }
        throw new InvalidTriggerException("The body has none of image, url and object, and is no known event");
    }
}
