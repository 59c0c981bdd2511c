package dev.glovebox.trigger;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.ResultName;
import dev.glovebox.storage.ObjectName;

/** An object that an event says was written. */
final class UploadedObject {

    private static final Pattern OTHERS = Pattern.compile("ObjectRemoved?:|ObjectRestore:|ObjectAccessed:|ObjectTransition|"
            + "ObjectTagging:|ObjectAcl:|Replication:|Lifecycle|IntelligentTiering|ReducedRedundancyLostObject|TestEvent");

    private UploadedObject() {
    }

    /**
     * The object, where there is something to read in it: no folder, no result, not empty.
     *
     * @param path where in the event it is told of, for the message of a failure
     * @param key decoded
     * @param size in bytes, a number or a text; missing where the event does not say
     * @throws InvalidTriggerException where bucket or key is missing
     */
    static Optional<StoredObject> of(String path, String bucket, String key, String versionId, String etag, String sequencer,
            JsonNode size) {
        if (key != null && (key.endsWith("/") || ResultName.isResult(key))
                || !size.isMissingNode() && !size.isNull() && size.asText().equals("0")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StoredObject(new ObjectName(bucket, key, blankToNull(versionId)), unquoted(etag),
                    blankToNull(sequencer)));
        } catch (IllegalArgumentException e) {
            throw new InvalidTriggerException(path + ": " + e.getMessage());
        }
    }

    /**
     * True for the name of an event that says that an object was written, false for what else stores tell; under whatever
     * prefix a store puts before it.
     *
     * @throws InvalidTriggerException for a name that nobody knows: it may well be an upload
     */
    static boolean isCreation(String eventName, String path) {
        String name = eventName.replaceAll("\\s", "").replaceFirst("^(s3|cos):", "");
        if (name.startsWith("ObjectCreated:")) {
            return true;
        }
        if (OTHERS.matcher(name).lookingAt()) {
            return false;
        }
        throw new InvalidTriggerException(path + " is of no known event");
    }

    /**
     * A form-encoded key, decoded once: a blank is a plus sign there.
     *
     * @throws InvalidTriggerException where it is not form-encoded
     */
    static String formDecoded(String key, String path) {
        try {
            return key == null ? null : URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidTriggerException(path + " is not form-encoded");
        }
    }

    /** The text of a member; null where it is missing, null, or no text. */
    static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String unquoted(String etag) {
        return etag == null ? null : blankToNull(etag.replace("\"", ""));
    }
}
