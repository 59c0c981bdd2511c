package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Position 9 of a VIN against the weighted sum of the others.
 *
 * @param expected what the sum asks for: 0 to 9 or X
 * @param actual what stands there
 * @param verdict what that means
 */
public record CheckDigit(String expected, String actual, Verdict verdict) {

    /** What a check digit says of its VIN. */
    public enum Verdict {
        /** Position 9 is the digit. */
        VALID("valid"),
        /** It is not, in a market that prescribes it: the VIN is misread or false. */
        INVALID("invalid"),
        /** It is not, and need not be: ISO 3779 leaves position 9 to the maker. */
        NOT_APPLICABLE("not-applicable");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        @JsonValue
        public String id() {
            return id;
        }
    }
}
