package dev.glovebox.image;

/** Whether an image's last bytes are there, as far as its format can tell: what a file still being written lacks. */
public final class ImageEnd {

    private ImageEnd() {
    }

    /** True for the formats that have an end mark, or name their length: JPEG, PNG, BMP. */
    public static boolean isExpected(byte[] bytes) {
        Bytes in = new Bytes(bytes);
        return in.startsWith(0xFF, 0xD8) || in.startsWith(0x89, 'P', 'N', 'G') || in.startsWith('B', 'M');
    }

    /**
     * True where the format's end mark stands at the end, but for padding; false where it is missing, and for formats that have
     * none and for what is no image: time alone tells then. Near the end is not enough: a thumbnail inside has its own mark.
     */
    public static boolean isPresent(byte[] bytes) {
        Bytes in = new Bytes(bytes);
        if (in.startsWith(0xFF, 0xD8)) {
            return endsWith(bytes, new int[] { 0xFF, 0xD9 });
        }
        if (in.startsWith(0x89, 'P', 'N', 'G')) {
            return endsWith(bytes, new int[] { 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82 });
        }
        return in.startsWith('B', 'M') && bytes.length >= 6 && bytes.length >= in.u32(2, false);
    }

    private static boolean endsWith(byte[] bytes, int[] mark) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        if (end < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[end - mark.length + i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
