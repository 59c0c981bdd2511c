package dev.glovebox.trigger;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Decodes the records of S3 notifications. OBS, MinIO, Ceph and others send records of the same structure. The version of OBS
 * that comes through EventGrid has the member {@code obs} instead of {@code s3}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">the structure of a
 *      record</a>
 */
final class S3EventDecoder {

    private static final String OBS = "obs";

    private S3EventDecoder() {
    }

    static boolean matches(JsonNode record) {
        return hasObject(record) || record.path("eventSource").asText().endsWith(":s3") || record.has("eventVersion");
    }

    /** Returns true for a record outside of an array too. */
    static boolean hasObject(JsonNode record) {
        return record.has("s3") || record.has(OBS);
    }

    /** Returns the uploaded object; empty for other events, such as a removal. */
    static Optional<UploadedObject> decode(JsonNode record, String path) {
        SenderProfile sender = SenderProfile.of(record.path("eventSource").asText(), record.path("eventVersion").asText(),
                path);
        if (!sender.isCreation(record.path("eventName").asText(), path + ".eventName")) {
            return Optional.empty();
        }
        String member = record.has(OBS) ? OBS : "s3";
        JsonNode bucket = record.path(member).path("bucket");
        JsonNode object = record.path(member).path("object");
        // the ARN of the bucket is wrong in some events of OBS, so the name is used
        return new EventObject(EventJson.text(bucket, bucket.has("name") ? "name" : "bucket"),
                sender.key(EventJson.text(object, "key")), EventJson.text(object, "versionId"),
                EventJson.text(object, "eTag"), EventJson.text(object, "sequencer"), object.path("size"))
                .toUpload(path + "." + member);
    }
}
