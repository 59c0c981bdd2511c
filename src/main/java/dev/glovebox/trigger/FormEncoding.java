package dev.glovebox.trigger;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes keys in S3 notifications. They have the encoding of HTML forms, in which a plus sign is a blank. */
final class FormEncoding {

    private FormEncoding() {
    }

    /**
     * Decodes a key once.
     *
     * @param key null if the event has none; then this returns null
     * @param path the place of the key in the event, for the message of a failure
     * @throws InvalidTriggerException if the key is not form-encoded
     */
    static String decode(String key, String path) {
        try {
            return key == null ? null : URLDecoder.decode(key, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new InvalidTriggerException(path + " is not form-encoded");
        }
    }
}
