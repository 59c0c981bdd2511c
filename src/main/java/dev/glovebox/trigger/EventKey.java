package dev.glovebox.trigger;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The key of an object in an event. The sender decides whether keys are encoded like HTML forms, in which a plus sign is a
 * blank. Senders have changed their encoding between versions, so the other reading is kept as an alternative.
 *
 * @param key the most plausible reading; null if the event has no key
 * @param alternative another plausible reading; null if there is none
 */
record EventKey(String key, String alternative) {

    /** Returns a key that is known to be exactly this text, which may be null. */
    static EventKey exact(String text) {
        return new EventKey(text, null);
    }

    /** Returns the key of a sender that encodes keys. A text that is not encoded correctly is the key itself. */
    static EventKey formEncoded(String text) {
        String decoded = decode(text);
        return decoded == null ? exact(text) : new EventKey(decoded, decoded.equals(text) ? null : text);
    }

    /**
     * Returns the key of a sender that has always encoded its keys.
     *
     * @param path the place of the key in the event, for the message of a failure
     * @throws InvalidTriggerException if the text is not form-encoded
     */
    static EventKey strictlyFormEncoded(String text, String path) {
        String decoded = decode(text);
        if (text != null && decoded == null) {
            throw new InvalidTriggerException(path + " is not form-encoded");
        }
        return exact(decoded);
    }

    /** Returns the key of a sender that does not encode keys. */
    static EventKey raw(String text) {
        String decoded = decode(text);
        return new EventKey(text, decoded == null || decoded.equals(text) ? null : decoded);
    }

    /** Returns null if the text is null or not form-encoded. */
    private static String decode(String text) {
        try {
            return text == null ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return null;
        }
    }
}
