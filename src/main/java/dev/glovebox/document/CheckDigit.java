package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The check of position 9 of a VIN against the weighted sum of the other characters (49 CFR 565.15).
 *
 * @param expected the digit that the sum gives: 0 to 9, or X for 10
 * @param actual the character at position 9
 * @param verdict the meaning of the comparison
 */
public record CheckDigit(String expected, String actual, Verdict verdict) {

    /** The meaning of a check digit for its VIN. */
    public enum Verdict {
        /** Position 9 is the expected digit. */
        VALID("valid"),
        /** Position 9 differs, and the market requires a check digit: the VIN is misread or forged. */
        INVALID("invalid"),
        /** Position 9 differs, but the market requires no check digit: ISO 3779 leaves position 9 to the maker. */
        NOT_APPLICABLE("not-applicable");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        /** Returns the stable id in JSON. */
        @JsonValue
        public String id() {
            return id;
        }
    }
}
