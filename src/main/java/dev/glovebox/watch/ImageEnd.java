package dev.glovebox.watch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Where an image's end mark is: a file that is still being written lacks it.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">JPEG: B.1.1.3, markers</a>
 */
public enum ImageEnd {
    /** The end mark is the last thing in the file, apart from padding with zeros. */
    AT_THE_END,
    /** Other data follows the end mark: phones append films and depth maps. */
    FURTHER_IN,
    /** The end mark is missing. */
    MISSING,
    /** The format has no end mark, or the bytes are not an image. */
    NONE;

    private static final byte[] JPEG_START = { (byte) 0xFF, (byte) 0xD8 };
    private static final byte[] JPEG_END = { (byte) 0xFF, (byte) 0xD9 };
    private static final byte[] PNG_START = { (byte) 0x89, 'P', 'N', 'G' };
    private static final byte[] PNG_END = { 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82 };
    private static final byte[] BMP_START = { 'B', 'M' };
    /** A BMP file contains its own length at this offset, little-endian. */
    private static final int BMP_LENGTH_OFFSET = 2;
    private static final byte MARKER = (byte) 0xFF;
    private static final byte START_OF_SCAN = (byte) 0xDA;

    /** Finds the end mark of an image. */
    public static ImageEnd of(byte[] image) {
        if (hasAt(image, JPEG_START, 0)) {
            return find(image, JPEG_END, firstScan(image));
        }
        if (hasAt(image, PNG_START, 0)) {
            return find(image, PNG_END, 0);
        }
        if (hasAt(image, BMP_START, 0)) {
            return image.length >= BMP_LENGTH_OFFSET + Integer.BYTES && image.length >= bmpLength(image) ? AT_THE_END : MISSING;
        }
        return NONE;
    }

    private static long bmpLength(byte[] image) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(BMP_LENGTH_OFFSET));
    }

    private static ImageEnd find(byte[] image, byte[] mark, int from) {
        int length = image.length;
        while (length > 0 && image[length - 1] == 0) {
            length--;
        }
        if (hasAt(image, mark, length - mark.length)) {
            return AT_THE_END;
        }
        for (int at = from; at >= 0 && at + mark.length <= image.length; at++) {
            if (hasAt(image, mark, at)) {
                return FURTHER_IN;
            }
        }
        return MISSING;
    }

    private static boolean hasAt(byte[] image, byte[] mark, int at) {
        if (at < 0 || at + mark.length > image.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (image[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the offset of the first scan, or -1. A thumbnail in a segment before it has an end mark of its own. */
    private static int firstScan(byte[] image) {
        ByteBuffer in = ByteBuffer.wrap(image);
        int at = JPEG_START.length;
        while (at + 4 <= image.length && image[at] == MARKER) {
            if (image[at + 1] == START_OF_SCAN) {
                return at;
            }
            at += 2 + Math.max(2, Short.toUnsignedInt(in.getShort(at + 2)));
        }
        return -1;
    }
}
