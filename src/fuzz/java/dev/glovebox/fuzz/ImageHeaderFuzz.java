package dev.glovebox.fuzz;

import dev.glovebox.image.ImageHeader;
import dev.glovebox.image.UnsupportedImageException;
import dev.glovebox.watch.ImageEnd;

/** The reader parses or rejects the header in any bytes, and it is fast. */
public final class ImageHeaderFuzz {

    /** The limit leaves time for a busy machine. */
    private static final long MAX_NANOS = 1_000_000_000L;

    private ImageHeaderFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        long before = System.nanoTime();
        try {
            ImageHeader header = ImageHeader.read(bytes);
            if (header.width() <= 0 || header.height() <= 0) {
                throw new AssertionError("no pixels: " + header);
            }
            ImageEnd.of(bytes);
        } catch (UnsupportedImageException rejected) {
            if (rejected.getMessage() == null) {
                throw new AssertionError("rejected without a reason", rejected);
            }
        }
        if (System.nanoTime() - before > MAX_NANOS) {
            throw new AssertionError("too slow for " + bytes.length + " bytes");
        }
    }
}
