package dev.glovebox.image;

/**
 * Reads the size from the frame header of a JPEG (ITU-T T.81, B.2.2), as the decoder libjpeg finds it: stray bytes between
 * segments are skipped up to the next marker.
 *
 * @see <a href="https://github.com/libjpeg-turbo/libjpeg-turbo/blob/main/src/jdmarker.c">libjpeg-turbo: jdmarker.c</a>
 */
final class JpegHeader {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DHT = 0xC4;
    private static final int DAC = 0xCC;
    /** DQT, DNL and DRI are three markers in a row. */
    private static final int DQT = 0xDB;
    private static final int DRI = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;
    /** Segments before the frame header. An image of 10 MB with colour profiles and previews has some hundred. */
    private static final int MAX_SEGMENTS = 20_000;

    private JpegHeader() {
    }

    /** @throws UnsupportedImageException if the JPEG is incomplete or broken before its frame header */
    static ImageHeader read(HeaderBytes bytes) {
        long offset = 2;
        for (int segments = 0; segments < MAX_SEGMENTS; segments++) {
            offset = nextMarker(bytes, offset);
            int marker = bytes.u8(offset - 1);
            if (isFrameHeader(marker)) {
                return new ImageHeader(ImageFormat.JPEG, bytes.u16(offset + 5, true), bytes.u16(offset + 3, true));
            }
            if (marker == SOS || marker == EOI || marker == SOI) {
                throw new UnsupportedImageException("The JPEG has no frame header");
            }
            if (isSegment(marker)) {
                offset += segmentLength(bytes, offset, marker);
            }
        }
        throw new UnsupportedImageException("The JPEG header has too many segments");
    }

    /**
     * Returns the offset after the next marker: after 0xFF, perhaps more of them as fill bytes, and a byte that is neither 0xFF
     * nor 0. Two bytes 0xFF and 0 are data.
     */
    private static long nextMarker(HeaderBytes bytes, long from) {
        long offset = from;
        while (true) {
            while (bytes.u8(offset) != 0xFF) {
                offset++;
            }
            while (bytes.u8(offset) == 0xFF) {
                offset++;
            }
            if (bytes.u8(offset++) != 0) {
                return offset;
            }
        }
    }

    /** Returns true for the markers with a segment that decoders know. Other markers are skipped like stray bytes. */
    private static boolean isSegment(int marker) {
        return marker == DHT || marker == DAC || marker >= DQT && marker <= DRI || isApplicationOrComment(marker);
    }

    private static boolean isApplicationOrComment(int marker) {
        return marker >= APP0 && marker <= APP15 || marker == COM;
    }

    /** Decoders accept a length without the two bytes of the length itself if the segment has no meaning for them. */
    private static int segmentLength(HeaderBytes bytes, long offset, int marker) {
        int length = bytes.u16(offset, true);
        if (length < 2 && !isApplicationOrComment(marker)) {
            throw new UnsupportedImageException("The JPEG header has a segment without a length");
        }
        return Math.max(2, length);
    }

    /** Returns true for SOF0 to SOF15, except DHT, JPG and DAC, which are in the same range. */
    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
