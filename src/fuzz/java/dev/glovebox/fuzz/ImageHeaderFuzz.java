package dev.glovebox.fuzz;

import dev.glovebox.image.ImageHeader;
import dev.glovebox.image.UnsupportedImageException;
import dev.glovebox.watch.ImageEnd;

/** Any bytes are a header, or one that is refused; looking takes no time to speak of. */
public final class ImageHeaderFuzz {

    /** As tests of the same law have it; a machine that is busy is given more. */
    private static final long MOST_NANOS = 1_000_000_000L;

    private ImageHeaderFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        long before = System.nanoTime();
        try {
            ImageHeader header = ImageHeader.read(bytes);
            if (header.width() <= 0 || header.height() <= 0) {
                throw new AssertionError("a side without pixels: " + header);
            }
            ImageEnd.of(bytes);
        } catch (UnsupportedImageException refused) {
            if (refused.getMessage() == null) {
                throw new AssertionError("refused without a reason", refused);
            }
        }
        if (System.nanoTime() - before > MOST_NANOS) {
            throw new AssertionError("too slow for " + bytes.length + " bytes");
        }
    }
}
