package dev.glovebox.trigger;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record of Tencent COS.
 *
 * @see <a href="https://cloud.tencent.com/document/product/583/9707">its structure</a>
 */
final class CosEventDecoder {

    private CosEventDecoder() {
    }

    static boolean fits(JsonNode record) {
        return record.has("cos");
    }

    /** Empty for what was removed. */
    static Optional<UploadedObject> decode(JsonNode record, String path) {
        if (!EventName.isCreation(record.path("event").path("eventName").asText(), path + ".event.eventName")) {
            return Optional.empty();
        }
        JsonNode cos = record.path("cos");
        String name = EventJson.text(cos.path("cosBucket"), "name");
        String appId = EventJson.text(cos.path("cosBucket"), "appid");
        JsonNode object = cos.path("cosObject");
        return new EventObject(bucket(name, appId), key(EventJson.text(object, "key"), name, appId),
                EventJson.text(object, "vid"), null, null, object.path("size")).toUpload(path + ".cos");
    }

    /** A bucket's whole name, by which it is asked for, ends in the account's number. */
    private static String bucket(String name, String appId) {
        return name == null || appId == null || name.endsWith("-" + appId) ? name : name + "-" + appId;
    }

    /** Before the key stand account and bucket. */
    private static String key(String key, String name, String appId) {
        String prefix = "/" + appId + "/" + name + "/";
        return key != null && key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    }
}
