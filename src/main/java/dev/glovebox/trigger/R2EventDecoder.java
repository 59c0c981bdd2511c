package dev.glovebox.trigger;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Decodes the messages of Cloudflare R2, in which keys are not encoded.
 *
 * @see <a href="https://developers.cloudflare.com/r2/buckets/event-notifications/">the structure of a message</a>
 */
final class R2EventDecoder {

    private static final Set<String> CREATIONS = Set.of("PutObject", "CopyObject", "CompleteMultipartUpload");

    private static final Set<String> REMOVALS = Set.of("DeleteObject", "LifecycleDeletion");

    private R2EventDecoder() {
    }

    static boolean matches(JsonNode event) {
        return event.path("action").isTextual() && event.path("bucket").isTextual() && event.has("object");
    }

    static Trigger decode(JsonNode event) {
        String action = event.path("action").asText();
        if (!CREATIONS.contains(action) && !REMOVALS.contains(action)) {
            throw new InvalidTriggerException("action is not a known event");
        }
        if (!CREATIONS.contains(action)) {
            return new Trigger.Uploads(List.of());
        }
        JsonNode object = event.path("object");
        return new Trigger.Uploads(new EventObject(EventJson.text(event, "bucket"),
                EventKey.of(EventJson.text(object, "key"), KeyEncoding.EXACT), null, EventJson.text(object, "eTag"), null,
                object.path("size"))
                .toUpload("object").stream().toList());
    }
}
