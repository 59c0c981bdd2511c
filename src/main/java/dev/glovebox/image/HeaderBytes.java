package dev.glovebox.image;

/** Numbers at places of a byte array; a place beyond its end is a broken image. */
final class Bytes {

    private final byte[] bytes;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

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

    int u8(long at) {
        if (at < 0 || at >= bytes.length) {
            throw new UnsupportedImageException("The image ends within its header");
        }
        return bytes[(int) at] & 0xFF;
    }

    int u16(long at, boolean bigEndian) {
        return bigEndian ? u8(at) << 8 | u8(at + 1) : u8(at + 1) << 8 | u8(at);
    }

    long u32(long at, boolean bigEndian) {
        long first = u16(at, bigEndian);
        long second = u16(at + 2, bigEndian);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    /** A side's length: no image here has one that an int does not hold. */
    static int side(long pixels) {
        return (int) Math.min(pixels, Integer.MAX_VALUE);
    }
}
