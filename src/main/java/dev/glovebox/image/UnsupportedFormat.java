package dev.glovebox.image;

import java.util.Arrays;
import java.util.Optional;

/** Common formats that no provider reads. An error message names them, so that the caller knows what to change. */
enum UnsupportedFormat {
    GIF("a GIF image", 0, "GIF8"),
    WEBP("a WebP image", 8, "WEBP"),
    HEIF("a HEIC or AVIF image", 4, "ftyp"),
    PDF("a PDF document", 0, "%PDF"),
    MARKUP("an HTML, XML or SVG text", 0, "<");

    private final String description;
    private final int signatureOffset;
    private final String signature;

    UnsupportedFormat(String description, int signatureOffset, String signature) {
        this.description = description;
        this.signatureOffset = signatureOffset;
        this.signature = signature;
    }

    /** Returns the name of the format with an article, for error messages. */
    String description() {
        return description;
    }

    /** Returns the format whose signature the bytes contain, or empty. */
    static Optional<UnsupportedFormat> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.matches(bytes)).findFirst();
    }

    private boolean matches(byte[] bytes) {
        if (bytes.length < signatureOffset + signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if (bytes[signatureOffset + i] != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
