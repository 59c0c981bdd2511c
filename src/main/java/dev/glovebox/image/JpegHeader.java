package dev.glovebox.image;

/** Reads the size from the frame header of a JPEG (ITU-T T.81, B.2.2). Skips the segments before it. */
final class JpegHeader {

    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final int TEM = 0x01;
    /**
     * The number of segments and fill bytes before the frame header that are skipped at most. An image of 10 MB with colour
     * profiles and previews has some hundred.
     */
    private static final int MAX_STEPS = 20_000;

    private JpegHeader() {
    }

    /** @throws UnsupportedImageException if the JPEG is incomplete or broken before its frame header */
    static ImageHeader read(HeaderBytes bytes) {
        long offset = 2;
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            if (bytes.u8(offset) != 0xFF) {
                throw new UnsupportedImageException("The JPEG header lacks a marker");
            }
            while (bytes.u8(offset) == 0xFF && steps < MAX_STEPS) {
                offset++;
                steps++;
            }
            int marker = bytes.u8(offset++);
            if (isFrameHeader(marker)) {
                return new ImageHeader(ImageFormat.JPEG, bytes.u16(offset + 5, true), bytes.u16(offset + 3, true));
            }
            if (marker == SOS || marker == EOI) {
                throw new UnsupportedImageException("The JPEG has no frame header");
            }
            if (!hasNoLength(marker)) {
                int length = bytes.u16(offset, true);
                if (length < 2) {
                    throw new UnsupportedImageException("The JPEG header has a segment without a length");
                }
                offset += length;
            }
        }
        throw new UnsupportedImageException("The JPEG header has too many segments");
    }

    /** Returns true for SOF0 to SOF15, except DHT, JPG and DAC, which are in the same range. */
    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean hasNoLength(int marker) {
        return marker == TEM || marker >= 0xD0 && marker <= 0xD8;
    }
}
