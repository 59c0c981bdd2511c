package dev.glovebox.trigger;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.ResultKey;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.StoredObject;

/**
 * The members of an event that describe one written object.
 *
 * @param bucket null if the event does not have it
 * @param key the key and its alternative; never null
 * @param versionId null or blank if the event does not have it
 * @param etag with or without quotation marks; null if the event does not have it
 * @param sequencer null or blank if the event does not have it
 * @param size in bytes, a number or a text; a missing node if the event does not have it
 */
record EventObject(String bucket, EventKey key, String versionId, String etag, String sequencer, JsonNode size) {

    private static final String OWN_FOLDER = ".glovebox/";
    private static final int MAX_SIZE_DIGITS = 15;

    /**
     * Returns the object to be read, or empty if it is a folder marker, a result, a review record or empty.
     *
     * @param path the place of the object in the event, for the message of a failure
     * @throws InvalidTriggerException if bucket or key is missing
     */
    Optional<UploadedObject> toUpload(String path) {
        if (isSkippedKey(key.key()) || isEmpty()) {
            return Optional.empty();
        }
        try {
            ObjectName name = new ObjectName(bucket, key.key(), blankToNull(versionId));
            ObjectName alternative = key.alternative() == null || isSkippedKey(key.alternative()) ? null
                    : new ObjectName(bucket, key.alternative(), blankToNull(versionId));
            return Optional.of(new UploadedObject(
                    new StoredObject(name, withoutQuotes(etag), blankToNull(sequencer), alternative, bytes())));
        } catch (IllegalArgumentException missing) {
            throw new InvalidTriggerException(path + ": " + missing.getMessage());
        }
    }

    /** Returns true for keys of folder markers, results, review records and the objects that Glovebox keeps for itself. */
    static boolean isSkippedKey(String key) {
        return key != null && (key.endsWith("/") || key.startsWith(OWN_FOLDER) || ResultKey.isResultKey(key)
                || ResultKey.isReviewKey(key));
    }

    private boolean isEmpty() {
        return !size.isMissingNode() && !size.isNull() && size.asText().equals("0");
    }

    /** A size that is no number is ignored: the store says the size again. */
    private Long bytes() {
        String text = size.asText("");
        return !text.isEmpty() && text.length() <= MAX_SIZE_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Long.valueOf(text)
                : null;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String withoutQuotes(String etag) {
        return etag == null ? null : blankToNull(etag.replace("\"", ""));
    }
}
