package dev.glovebox.document;

/**
 * A possible error in a successful result.
 *
 * @param code the kind of error
 * @param message the description for people; contains no value of the document
 * @param field the path of the field in {@code document}, such as {@code back.grossMassKg}; null if the warning concerns the
 *        whole document
 */
public record Warning(WarningCode code, String message, String field) {

    /** Returns a warning about one field. */
    public static Warning of(WarningCode code, String field) {
        return new Warning(code, code.message(), field);
    }

    /** Returns a warning about the whole document. */
    public static Warning of(WarningCode code) {
        return of(code, null);
    }
}
