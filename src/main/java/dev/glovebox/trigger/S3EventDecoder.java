package dev.glovebox.trigger;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record of S3's own notification, versions 2.x, which OBS, MinIO and Ceph send too.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">its structure</a>
 */
final class S3EventDecoder {

    private S3EventDecoder() {
    }

    static boolean fits(JsonNode record) {
        return record.has("s3") || record.path("eventSource").asText().endsWith(":s3") || record.has("eventVersion");
    }

    /** Empty for what was removed, restored or the like. */
    static Optional<UploadedObject> decode(JsonNode record, String path) {
        if (!record.path("eventVersion").asText().startsWith("2.")) {
            throw new InvalidTriggerException(path + ".eventVersion is not 2.x");
        }
        if (!EventName.isCreation(record.path("eventName").asText(), path + ".eventName")) {
            return Optional.empty();
        }
        JsonNode object = record.path("s3").path("object");
        // the bucket's ARN names another one in some of OBS' events: its name is right
        return new EventObject(EventJson.text(record.path("s3").path("bucket"), "name"),
                FormEncoding.decode(EventJson.text(object, "key"), path + ".s3.object.key"),
                EventJson.text(object, "versionId"), EventJson.text(object, "eTag"),
                EventJson.text(object, "sequencer"), object.path("size")).toUpload(path + ".s3");
    }
}
