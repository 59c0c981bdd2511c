package dev.glovebox.image;

/**
 * Reads unsigned numbers from the header of an image. All methods that read a number throw an {@link UnsupportedImageException}
 * if the number lies outside the array.
 */
final class HeaderBytes {

    private final byte[] bytes;

    /** @param bytes the image; not copied */
    HeaderBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns true if the image begins with these bytes, each 0 to 255. */
    boolean startsWith(int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns true if that many bytes follow the offset. */
    boolean has(long offset, int count) {
        return offset >= 0 && offset + count <= bytes.length;
    }

    /** Returns the number of one byte at the offset. */
    int u8(long offset) {
        if (offset < 0 || offset >= bytes.length) {
            throw new UnsupportedImageException("The image ends within its header");
        }
        return bytes[(int) offset] & 0xFF;
    }

    /** Returns the number of two bytes at the offset. */
    int u16(long offset, boolean bigEndian) {
        return bigEndian ? u8(offset) << 8 | u8(offset + 1) : u8(offset + 1) << 8 | u8(offset);
    }

    /** Returns the number of four bytes at the offset. */
    long u32(long offset, boolean bigEndian) {
        long first = u16(offset, bigEndian);
        long second = u16(offset + 2, bigEndian);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    /** Returns the number, or the largest {@code int} if it is larger. No provider reads an image of such a size. */
    static int toInt(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }
}
