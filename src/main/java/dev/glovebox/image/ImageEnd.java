package dev.glovebox.image;

/** Whether an image's last bytes are there, as far as its format can tell: what a file still being written lacks. */
public final class ImageEnd {

    /** Bytes after the end mark that cameras and editors are known to add: padding, a few words of metadata. */
    private static final int TRAILER = 64 * 1024;

    private ImageEnd() {
    }

    /**
     * True where the format's end mark stands near the end; false where it is missing, and for formats that have none and for
     * what is no image: time alone tells then.
     */
    public static boolean isPresent(byte[] bytes) {
        Bytes in = new Bytes(bytes);
        if (in.startsWith(0xFF, 0xD8)) {
            return endsNear(bytes, new int[] { 0xFF, 0xD9 });
        }
        if (in.startsWith(0x89, 'P', 'N', 'G')) {
            return endsNear(bytes, new int[] { 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82 });
        }
        return in.startsWith('B', 'M') && bytes.length >= 6 && bytes.length >= in.u32(2, false);
    }

    private static boolean endsNear(byte[] bytes, int[] mark) {
        int first = Math.max(0, bytes.length - TRAILER);
        for (int at = bytes.length - mark.length; at >= first; at--) {
            int i = 0;
            while (i < mark.length && (bytes[at + i] & 0xFF) == mark[i]) {
                i++;
            }
            if (i == mark.length) {
                return true;
            }
        }
        return false;
    }
}
