package dev.glovebox.image;

/**
 * Whether an image's last bytes are there, as far as its format can tell: what a file still being written lacks.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">JPEG: B.1.1.3, markers</a>
 */
public enum ImageEnd {
    /** The format's end mark stands at the very end, but for padding. */
    AT_THE_END,
    /** It stands further in: phones put films and depth maps behind it. */
    FURTHER_IN,
    /** It is still to come. */
    MISSING,
    /** The format has none, or the bytes are no image: only time tells. */
    NONE;

    private static final int[] PNG_END = { 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82 };
    private static final int[] JPEG_END = { 0xFF, 0xD9 };
    private static final int JPEG_SCAN = 0xDA;

    /** Looks for the end of that image. */
    public static ImageEnd of(byte[] bytes) {
        Bytes in = new Bytes(bytes);
        if (in.startsWith(0xFF, 0xD8)) {
            return end(bytes, JPEG_END, firstScan(in, bytes.length));
        }
        if (in.startsWith(0x89, 'P', 'N', 'G')) {
            return end(bytes, PNG_END, 0);
        }
        if (in.startsWith('B', 'M')) {
            return bytes.length < 6 || bytes.length < in.u32(2, false) ? MISSING : AT_THE_END;
        }
        return NONE;
    }

    private static ImageEnd end(byte[] bytes, int[] mark, int from) {
        int last = bytes.length;
        while (last > 0 && bytes[last - 1] == 0) {
            last--;
        }
        if (stands(bytes, mark, last - mark.length)) {
            return AT_THE_END;
        }
        for (int at = from; at >= 0 && at + mark.length <= bytes.length; at++) {
            if (stands(bytes, mark, at)) {
                return FURTHER_IN;
            }
        }
        return MISSING;
    }

    private static boolean stands(byte[] bytes, int[] mark, int at) {
        if (at < 0) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[at + i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where the pixels begin: a thumbnail in a segment before them has an end mark of its own. -1 where they do not. */
    private static int firstScan(Bytes in, int length) {
        int at = 2;
        while (at + 4 <= length && in.u8(at) == 0xFF) {
            if (in.u8(at + 1) == JPEG_SCAN) {
                return at;
            }
            at += 2 + Math.max(2, in.u16(at + 2, true));
        }
        return -1;
    }
}
