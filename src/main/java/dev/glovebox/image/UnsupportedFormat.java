package dev.glovebox.image;

import java.util.Arrays;
import java.util.Optional;

/** Formats that phones and offices send and no provider reads, so that a refusal can say what came. */
enum OtherFormat {
    GIF("a GIF image", 0, "GIF8"),
    WEBP("a WebP image", 8, "WEBP"),
    HEIF("a HEIC or AVIF image", 4, "ftyp"),
    PDF("a PDF document", 0, "%PDF"),
    MARKUP("an HTML, XML or SVG text", 0, "<");

    private final String title;
    private final int at;
    private final String mark;

    OtherFormat(String title, int at, String mark) {
        this.title = title;
        this.at = at;
        this.mark = mark;
    }

    String title() {
        return title;
    }

    /** The format whose mark the bytes carry, or empty. */
    static Optional<OtherFormat> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.fits(bytes)).findFirst();
    }

    private boolean fits(byte[] bytes) {
        if (bytes.length < at + mark.length()) {
            return false;
        }
        for (int i = 0; i < mark.length(); i++) {
            if (bytes[at + i] != mark.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
