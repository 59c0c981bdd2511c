package dev.glovebox.document;

/**
 * A doubt about a result that does not make it a failure.
 *
 * @param code stable, for programs
 * @param message for people; names no value of the document
 * @param field the path of the field in {@code document}, such as {@code back.grossMassKg}; null where it is about the whole
 */
public record Warning(WarningCode code, String message, String field) {

    /** A doubt about one field. */
    public static Warning of(WarningCode code, String field) {
        return new Warning(code, code.message(), field);
    }

    /** A doubt about the whole. */
    public static Warning of(WarningCode code) {
        return of(code, null);
    }
}
