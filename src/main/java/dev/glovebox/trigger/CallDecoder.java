package dev.glovebox.trigger;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;

import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.StoredObject;

/** A direct call: {@code {"image": …}}, {@code {"url": …}} or {@code {"object": {"bucket", "key", "versionId"?}}}. */
final class CallDecoder {

    private static final List<String> SOURCES = List.of(EventJson.IMAGE, "url", "object");

    private CallDecoder() {
    }

    static boolean fits(JsonNode json) {
        return SOURCES.stream().anyMatch(json::has);
    }

    static Trigger.Call decode(JsonNode json) {
        if (SOURCES.stream().filter(json::hasNonNull).count() != 1) {
            throw new InvalidTriggerException("The body must have exactly one of image, url and object");
        }
        CallOptions options = CallOptions.of(scalar(json, "side"), scalar(json, "returnIssuingAuthority"));
        if (json.hasNonNull(EventJson.IMAGE)) {
            return new Trigger.Call(bytes(json), options);
        }
        if (json.hasNonNull("url")) {
            return new Trigger.Call(link(text(json, "url")), options);
        }
        return new Trigger.Call(stored(json.get("object")), options);
    }

    private static CalledImage.Bytes bytes(JsonNode json) {
        JsonNode image = json.get(EventJson.IMAGE);
        byte[] bytes = image instanceof BinaryNode binary ? binary.binaryValue()
                : EventJson.decoded(text(json, EventJson.IMAGE));
        if (bytes.length == 0) {
            throw new InvalidTriggerException("image is empty");
        }
        return new CalledImage.Bytes(bytes);
    }

    private static CalledImage.Link link(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null) {
                return new CalledImage.Link(uri);
            }
        } catch (URISyntaxException e) {
            // said below, without the address
        }
        throw new InvalidTriggerException("url is not an absolute URL");
    }

    private static CalledImage.Stored stored(JsonNode object) {
        String key = scalar(object, "key");
        if (EventObject.isSkippedKey(key)) {
            throw new InvalidTriggerException("object.key names a folder or a result, not an image");
        }
        try {
            return new CalledImage.Stored(new StoredObject(
                    new ObjectName(scalar(object, "bucket"), key, scalar(object, "versionId")), null, null));
        } catch (IllegalArgumentException e) {
            throw new InvalidTriggerException("object." + e.getMessage());
        }
    }

    private static String text(JsonNode json, String name) {
        if (!json.get(name).isTextual()) {
            throw new InvalidTriggerException(name + " must be a string");
        }
        return json.get(name).textValue();
    }

    private static String scalar(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new InvalidTriggerException(name + " must be a string");
        }
        return value.asText();
    }
}
