package dev.glovebox.trigger;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Decodes events of Amazon EventBridge: events of S3, in which keys are not encoded, and events of schedules.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">the events of S3</a>
 */
final class EventBridgeDecoder {

    private static final Set<String> OTHER_TYPES = Set.of("Object Deleted", "Object Restore Initiated",
            "Object Restore Completed", "Object Restore Expired", "Object Storage Class Changed", "Object Access Tier Changed",
            "Object ACL Updated", "Object Tags Added", "Object Tags Deleted");

    private EventBridgeDecoder() {
    }

    static boolean matches(JsonNode event) {
        return event.has("detail-type") && event.has("detail");
    }

    static Trigger decode(JsonNode event, int depth) {
        if (FailureRecord.matches(event.path("detail"))) {
            return Envelope.json(event.path("detail"), depth);
        }
        String source = event.path("source").asText();
        if (source.equals("aws.events") || source.equals("aws.scheduler")) {
            return new Trigger.Ping(false);
        }
        if (!source.equals("aws.s3")) {
            throw new InvalidTriggerException("source is neither aws.s3 nor a scheduler");
        }
        String type = event.path("detail-type").asText();
        if (OTHER_TYPES.contains(type)) {
            return new Trigger.Uploads(List.of());
        }
        if (!type.equals("Object Created")) {
            // for example a call that CloudTrail recorded; it may be an upload, so it must not be ignored
            throw new InvalidTriggerException("detail-type is not a known event of S3");
        }
        JsonNode detail = event.path("detail");
        JsonNode object = detail.path("object");
        return new Trigger.Uploads(new EventObject(EventJson.text(detail.path("bucket"), "name"),
                EventKey.of(EventJson.text(object, "key"), KeyEncoding.EXACT), EventJson.text(object, "version-id"),
                EventJson.text(object, "etag"), EventJson.text(object, "sequencer"), object.path("size")).toUpload("detail")
                .stream().toList());
    }
}
