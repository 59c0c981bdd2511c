package dev.glovebox.image;

/**
 * Thrown if bytes are not an image of a supported format, or if the header of the image is broken. The message contains no part
 * of the image.
 */
public final class UnsupportedImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedImageException(String message) {
        super(message);
    }
}
