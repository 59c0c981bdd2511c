package dev.glovebox.sandbox;

/** The sandbox cannot read an image. Each service has its own codes for the kinds. */
final class ImageProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reason. */
    enum Kind {
        /** The URL is malformed or has another scheme than HTTP. */
        BAD_URL,
        /** The URL did not deliver the image, or the image is too large. */
        NOT_FETCHED,
        /** The bytes are no image of a supported format. */
        NOT_AN_IMAGE,
        /** The image cannot be decoded. */
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
