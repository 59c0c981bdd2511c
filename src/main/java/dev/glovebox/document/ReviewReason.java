package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Why a person should look at a result.
 *
 * @param code stable, for programs
 * @param field the path of the field in {@code document}; null where it is about the whole
 */
public record ReviewReason(Code code, String field) {

    /** The kinds of doubt. */
    public enum Code {
        /** The provider is less sure than is asked for. */
        LOW_CONFIDENCE("low-confidence"),
        /** A VIN's check digit is wrong. */
        CHECK_DIGIT("check-digit"),
        /** Two fields contradict each other. */
        CROSS_CHECK("cross-check"),
        /** Something was read, and no value could be made of it. */
        NOT_UNDERSTOOD("not-understood"),
        /** Nothing was read. */
        NOTHING_FOUND("nothing-found"),
        /** The provider doubts the image: a copy, a blur, a missing part. */
        PROVIDER_WARNING("provider-warning");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        @JsonValue
        public String id() {
            return id;
        }
    }
}
