package dev.glovebox.trigger;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Decodes the records of S3 notifications, versions 2.x. OBS, MinIO and Ceph send the same records.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">the structure of a
 *      record</a>
 */
final class S3EventDecoder {

    private S3EventDecoder() {
    }

    static boolean matches(JsonNode record) {
        return record.has("s3") || record.path("eventSource").asText().endsWith(":s3") || record.has("eventVersion");
    }

    /**
     * AWS and most other senders encode keys. Ceph does not.
     *
     * @see <a href="https://docs.ceph.com/en/latest/radosgw/notifications/">Ceph: bucket notifications</a>
     */
    private static EventKey key(String eventSource, String key) {
        return EventKey.of(key, eventSource.equals("ceph:s3") ? KeyEncoding.RAW : KeyEncoding.FORM);
    }

    /** Returns the uploaded object; empty for other events, such as a removal. */
    static Optional<UploadedObject> decode(JsonNode record, String path) {
        if (!record.path("eventVersion").asText().startsWith("2.")) {
            throw new InvalidTriggerException(path + ".eventVersion is not 2.x");
        }
        if (!EventName.isCreation(record.path("eventName").asText(), path + ".eventName")) {
            return Optional.empty();
        }
        JsonNode object = record.path("s3").path("object");
        // the ARN of the bucket is wrong in some events of OBS, so the name is used
        return new EventObject(EventJson.text(record.path("s3").path("bucket"), "name"),
                key(record.path("eventSource").asText(), EventJson.text(object, "key")),
                EventJson.text(object, "versionId"), EventJson.text(object, "eTag"),
                EventJson.text(object, "sequencer"), object.path("size")).toUpload(path + ".s3");
    }
}
