package dev.glovebox.trigger;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Decodes the records of Tencent COS.
 *
 * @see <a href="https://cloud.tencent.com/document/product/583/9707">the structure of a record</a>
 */
final class CosEventDecoder {

    private CosEventDecoder() {
    }

    static boolean matches(JsonNode record) {
        return record.has("cos");
    }

    /** Returns the uploaded object; empty for other events, such as a removal. */
    static Optional<UploadedObject> decode(JsonNode record, String path) {
        if (!SenderProfile.COS.isCreation(record.path("event").path("eventName").asText(), path + ".event.eventName")) {
            return Optional.empty();
        }
        JsonNode cos = record.path("cos");
        String name = EventJson.text(cos.path("cosBucket"), "name");
        String appId = EventJson.text(cos.path("cosBucket"), "appid");
        JsonNode object = cos.path("cosObject");
        return new EventObject(bucket(name, appId),
                SenderProfile.COS.key(key(EventJson.text(object, "key"), name, appId)),
                EventJson.text(object, "vid"), null, null, object.path("size")).toUpload(path + ".cos");
    }

    /** Returns the full name of the bucket, which ends with the id of the account. Requests need the full name. */
    private static String bucket(String name, String appId) {
        return name == null || appId == null || name.endsWith("-" + appId) ? name : name + "-" + appId;
    }

    /** Returns the key without the account and bucket that COS puts before it. */
    private static String key(String path, String name, String appId) {
        String prefix = "/" + appId + "/" + name + "/";
        return path != null && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }
}
