package dev.glovebox.function;

/**
 * What a function says.
 *
 * @param json as it is sent; never empty
 * @param schema the name of the schema that it obeys, such as {@code vin-1}; null where it is in a platform's own form
 */
public record Reply(byte[] json, String schema) {

    static Reply platform(byte[] json) {
        return new Reply(json, null);
    }
}
