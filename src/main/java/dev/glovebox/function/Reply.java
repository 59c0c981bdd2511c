package dev.glovebox.function;

/**
 * The answer of a function.
 *
 * @param json the answer as JSON; empty if the caller expects none
 * @param schema the name of the schema that the JSON obeys, such as {@code vin-1}; null for an answer in a platform's own form
 */
public record Reply(byte[] json, String schema) {

    /** The answer to an event whose platform expects none. */
    public static final Reply EMPTY = new Reply(new byte[0], null);

    /** Returns an answer in a platform's own form. */
    static Reply ofPlatform(byte[] json) {
        return new Reply(json, null);
    }

    /** Returns true if there is nothing to send. */
    public boolean isEmpty() {
        return json.length == 0;
    }
}
