package dev.glovebox.trigger;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Decodes events of Amazon EventBridge: events of S3, in which keys are not encoded, and events of schedules.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">the events of S3</a>
 */
final class EventBridgeDecoder {

    private EventBridgeDecoder() {
    }

    static boolean matches(JsonNode event) {
        return event.has("detail-type") && event.has("detail");
    }

    static Trigger decode(JsonNode event) {
        String source = event.path("source").asText();
        if (source.equals("aws.events") || source.equals("aws.scheduler")) {
            return new Trigger.Ping(false);
        }
        if (!source.equals("aws.s3")) {
            throw new InvalidTriggerException("source is neither aws.s3 nor a scheduler");
        }
        String type = event.path("detail-type").asText();
        if (!type.startsWith("Object ")) {
            // for example a call that CloudTrail recorded; it may be an upload, so it must not be ignored
            throw new InvalidTriggerException("detail-type is not an event of S3");
        }
        if (!type.equals("Object Created")) {
            return new Trigger.Uploads(List.of());
        }
        JsonNode detail = event.path("detail");
        JsonNode object = detail.path("object");
        return new Trigger.Uploads(new EventObject(EventJson.text(detail.path("bucket"), "name"),
                EventKey.of(EventJson.text(object, "key"), KeyEncoding.EXACT), EventJson.text(object, "version-id"),
                EventJson.text(object, "etag"), EventJson.text(object, "sequencer"), object.path("size")).toUpload("detail")
                .stream().toList());
    }
}
