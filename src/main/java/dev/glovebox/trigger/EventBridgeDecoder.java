package dev.glovebox.trigger;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event of Amazon EventBridge: S3's, whose keys are not encoded, or a schedule's.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">S3's events</a>
 */
final class EventBridgeDecoder {

    private EventBridgeDecoder() {
    }

    static boolean fits(JsonNode event) {
        return event.has("detail-type") && event.has("detail");
    }

    static Trigger decode(JsonNode event) {
        String source = event.path("source").asText();
        if (source.equals("aws.events") || source.equals("aws.scheduler")) {
            return new Trigger.Ping(false);
        }
        if (!source.equals("aws.s3")) {
            throw new InvalidTriggerException("source is neither aws.s3 nor a schedule's");
        }
        String type = event.path("detail-type").asText();
        if (!type.startsWith("Object ")) {
            // CloudTrail's calls among them, which tell of uploads too
            throw new InvalidTriggerException("detail-type is none of S3's own events");
        }
        if (!type.equals("Object Created")) {
            return new Trigger.Uploads(List.of());
        }
        JsonNode detail = event.path("detail");
        JsonNode object = detail.path("object");
        return new Trigger.Uploads(new EventObject(EventJson.text(detail.path("bucket"), "name"),
                EventJson.text(object, "key"), EventJson.text(object, "version-id"),
                EventJson.text(object, "etag"), EventJson.text(object, "sequencer"), object.path("size")).toUpload("detail")
                .stream()
                .toList());
    }
}
