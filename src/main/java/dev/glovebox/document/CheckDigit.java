package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The check of position 9 of a VIN against the weighted sum of the other characters (49 CFR 565.15).
 *
 * @param expected the digit that the sum gives: 0 to 9, or X for 10
 * @param actual the character at position 9
 * @param verdict the meaning of the comparison
 * @param reason {@link #EXPORT}; null, and missing in JSON, in all other cases
 */
public record CheckDigit(String expected, String actual, Verdict verdict,
        @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {

    /**
     * The reason why the check digit of a Chinese VIN does not apply: position 9 is a letter that no check digit looks like.
     * Vehicles for export have such VINs.
     */
    public static final String EXPORT = "export";

    /** Returns a comparison without a reason. */
    public CheckDigit(String expected, String actual, Verdict verdict) {
        this(expected, actual, verdict, null);
    }

    /** The meaning of a check digit for its VIN. */
    public enum Verdict {
        /** Position 9 is the expected digit. */
        VALID("valid"),
        /** Position 9 differs, and the market requires a check digit: the VIN is misread or forged. */
        INVALID("invalid"),
        /**
         * Position 9 differs, but the market requires no check digit: ISO 3779 leaves position 9 to the maker. Also if a
         * Chinese
         * VIN has a letter there that no check digit looks like: vehicles for export have such VINs.
         */
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
