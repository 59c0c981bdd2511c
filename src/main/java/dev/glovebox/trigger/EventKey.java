package dev.glovebox.trigger;

/**
 * The key of an object in an event. The sender decides whether keys are encoded like HTML forms, in which a plus sign is a
 * blank. Senders have changed their encoding between versions, so the other reading is kept as an alternative.
 *
 * @param key the most plausible reading; null if the event has no key
 * @param alternative another plausible reading; null if there is none
 */
record EventKey(String key, String alternative) {

    /** Returns a key with an alternative; the alternative is dropped if it is the same text. */
    static EventKey of(String key, String alternative) {
        return new EventKey(key, alternative.equals(key) ? null : alternative);
    }

    /**
     * Returns the key that a sender means.
     *
     * @param text the text in the event; null if the event has no key
     */
    static EventKey of(String text, KeyEncoding encoding) {
        return text == null ? new EventKey(null, null) : encoding.read(text);
    }
}
