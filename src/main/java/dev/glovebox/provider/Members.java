package dev.glovebox.provider;

import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The members of an answer's objects, read without trust. */
public final class Members {

    private Members() {
    }

    /** The value as text; null where it is missing, null, or no single value. */
    public static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** True where every object of the array has the member, whatever its value; true of an empty array. */
    public static boolean allHave(JsonNode array, String name) {
        return StreamSupport.stream(array.spliterator(), false).allMatch(object -> object.has(name));
    }

    /** The number, without its decimals; null where it is none. */
    public static Integer integer(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isNumber() ? value.intValue() : null;
    }
}
