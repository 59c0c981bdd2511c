package dev.glovebox.sandbox;

/** Why an image cannot be read; each service has its own codes for it. */
final class ImageProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    enum Kind {
        /** The URL is none, or of another scheme. */
        BAD_URL,
        /** Nothing, or too much, came from the URL. */
        NOT_FETCHED,
        /** The bytes are no image of a format that services read. */
        NOT_AN_IMAGE,
        /** They begin like one, and cannot be decoded. */
        BROKEN
    }

    private final Kind kind;

    ImageProblem(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
