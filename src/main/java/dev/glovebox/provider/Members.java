package dev.glovebox.provider;

import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads members of JSON objects that may be missing or have another type than documented. */
public final class Members {

    private Members() {
    }

    /** Returns the value as text; null if it is missing, null, an object or an array. */
    public static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    /** Returns true if every object of the array has the member, with any value; true for an empty array. */
    public static boolean allHave(JsonNode array, String name) {
        return StreamSupport.stream(array.spliterator(), false).allMatch(object -> object.has(name));
    }

    /** Returns the number without its decimals; null if the value is not a number. */
    public static Integer integer(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isNumber() ? value.intValue() : null;
    }
}
