package dev.glovebox.trigger;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.ResultName;
import dev.glovebox.storage.ObjectName;

/**
 * S3's own notification, record versions 2.x.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">its structure</a>
 */
final class S3EventDecoder {

    private static final String CREATED = "ObjectCreated:";

    private S3EventDecoder() {
    }

    /** The objects that were written; what was removed, restored or the like is left out, as are folders and results. */
    static List<StoredObject> decode(JsonNode records) {
        if (!records.isArray()) {
            throw new InvalidTriggerException("Records is not an array");
        }
        List<StoredObject> objects = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            decode(records.get(i), "Records[" + i + "]").ifPresent(objects::add);
        }
        return objects;
    }

    private static Optional<StoredObject> decode(JsonNode record, String path) {
        String version = record.path("eventVersion").asText();
        if (!version.startsWith("2.")) {
            throw new InvalidTriggerException(path + ".eventVersion is not 2.x");
        }
        // AWS leaves the service out of some events' names and names it in others
        if (!record.path("eventName").asText().replaceFirst("^s3:", "").startsWith(CREATED)) {
            return Optional.empty();
        }
        JsonNode object = record.path("s3").path("object");
        String key = decoded(object.path("key").asText(), path);
        if (key.endsWith("/") || ResultName.isResult(key) || object.hasNonNull("size") && object.get("size").asLong() == 0) {
            return Optional.empty();
        }
        try {
            ObjectName name = new ObjectName(record.path("s3").path("bucket").path("name").asText(), key,
                    object.path("versionId").asText(null));
            return Optional.of(new StoredObject(name, object.path("eTag").asText(null), object.path("sequencer").asText(null)));
        } catch (IllegalArgumentException e) {
            throw new InvalidTriggerException(path + ".s3: " + e.getMessage());
        }
    }

    /** Keys are form-encoded here: a blank is a plus sign. */
    private static String decoded(String key, String path) {
        try {
            return URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidTriggerException(path + ".s3.object.key is not form-encoded");
        }
    }
}
