package dev.glovebox.document;

/**
 * A doubt about a result that does not make it a failure.
 *
 * @param code stable, for programs
 * @param message for people; names no value of the document
 * @param field the path of the field in {@code document}, such as {@code back.grossMassKg}; null where it is about the whole
 */
public record Warning(String code, String message, String field) {

    /** Text was read that the field's rule does not understand. */
    public static Warning notUnderstood(String field) {
        return new Warning("not-understood", "The text could not be turned into a value", field);
    }

    /** The provider found nothing of the document in the image. */
    public static Warning nothingFound() {
        return new Warning("nothing-found", "The provider found no such document in the image", null);
    }
}
