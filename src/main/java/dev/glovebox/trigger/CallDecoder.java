package dev.glovebox.trigger;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;

import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.StoredObject;

/** Decodes direct calls: {@code {"image": …}}, {@code {"url": …}} or {@code {"object": {"bucket", "key", "versionId"?}}}. */
final class CallDecoder {

    private static final List<String> SOURCES = List.of(EventJson.IMAGE, "url", "object");

    private static final int MAX_URL_LENGTH = 8192;
    /** @see <a href="https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4">RFC 1035: size limits</a> */
    private static final int MAX_HOST_LENGTH = 253;

    private CallDecoder() {
    }

    static boolean matches(JsonNode json) {
        return SOURCES.stream().anyMatch(json::has);
    }

    static Trigger.Call decode(JsonNode json) {
        if (SOURCES.stream().filter(json::hasNonNull).count() != 1) {
            throw new InvalidTriggerException("The body must have exactly one of image, url and object");
        }
        CallOptions options = CallOptions.of(scalar(json, "side"), scalar(json, "returnIssuingAuthority"));
        if (json.hasNonNull(EventJson.IMAGE)) {
            return new Trigger.Call(inlineImage(json), options);
        }
        if (json.hasNonNull("url")) {
            return new Trigger.Call(url(text(json, "url")), options);
        }
        return new Trigger.Call(storedImage(json.get("object")), options);
    }

    private static ImageSource.Inline inlineImage(JsonNode json) {
        JsonNode image = json.get(EventJson.IMAGE);
        byte[] bytes = image instanceof BinaryNode binary ? binary.binaryValue()
                : EventJson.decodeBase64(text(json, EventJson.IMAGE));
        if (bytes.length == 0) {
            throw new InvalidTriggerException("image is empty");
        }
        return new ImageSource.Inline(bytes);
    }

    private static ImageSource.Url url(String text) {
        if (text.length() > MAX_URL_LENGTH) {
            throw new InvalidTriggerException("url is longer than " + MAX_URL_LENGTH + " characters");
        }
        try {
            URI url = new URI(text);
            if (url.getHost() != null && url.getHost().length() <= MAX_HOST_LENGTH) {
                return new ImageSource.Url(url);
            }
        } catch (URISyntaxException e) {
            // the message below must not contain the address
        }
        throw new InvalidTriggerException("url is not an absolute URL");
    }

    private static ImageSource.Stored storedImage(JsonNode object) {
        String key = scalar(object, "key");
        if (EventObject.isSkippedKey(key)) {
            throw new InvalidTriggerException("object.key names a folder or a result, not an image");
        }
        try {
            return new ImageSource.Stored(new StoredObject(
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

    /** Returns the text of a string, number or boolean; null if the member is missing or null. */
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
