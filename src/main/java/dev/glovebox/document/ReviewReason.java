package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One reason why a person should look at a result.
 *
 * @param code the kind of reason
 * @param field the path of the field in {@code document}; null if the reason concerns the whole document
 */
public record ReviewReason(Code code, String field) {

    /** The kinds of reasons. */
    public enum Code {
        /** The provider's confidence is below the configured minimum. */
        LOW_CONFIDENCE("low-confidence"),
        /** The check digit of a VIN is wrong. */
        CHECK_DIGIT("check-digit"),
        /** Two fields contradict each other. */
        CROSS_CHECK("cross-check"),
        /** The provider read a text that is not a valid value. */
        NOT_UNDERSTOOD("not-understood"),
        /** The provider found no such document in the image. */
        NOTHING_FOUND("nothing-found"),
        /** The provider reports a problem of the image: a copy, a blur or a missing part. */
        PROVIDER_WARNING("provider-warning");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        /** Returns the stable id in JSON. */
        @JsonValue
        public String id() {
            return id;
        }
    }
}
