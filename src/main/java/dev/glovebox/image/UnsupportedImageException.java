package dev.glovebox.image;

/** The bytes are no image of a known format, or their header is broken. The message says which, and nothing of the bytes. */
public final class UnsupportedImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedImageException(String message) {
        super(message);
    }
}
