package dev.glovebox.image;

/** JPEG: the frame header's size (ITU-T T.81, B.2.2), found by walking the segments before it. */
final class JpegHeader {

    private static final int SOS = 0xDA;
    private static final int EOI = 0xD9;
    private static final int TEM = 0x01;
    /** Segments and fill bytes before the frame: profiles and previews of a whole image of 10 MB take some hundred. */
    private static final int MOST_STEPS = 20_000;

    private JpegHeader() {
    }

    static ImageHeader read(Bytes in) {
        long at = 2;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            if (in.u8(at) != 0xFF) {
                throw new UnsupportedImageException("The JPEG header has no marker where one must stand");
            }
            while (in.u8(at) == 0xFF && steps < MOST_STEPS) {
                at++;
                steps++;
            }
            int marker = in.u8(at++);
            if (isFrame(marker)) {
                return new ImageHeader(ImageFormat.JPEG, in.u16(at + 5, true), in.u16(at + 3, true));
            }
            if (marker == SOS || marker == EOI) {
                throw new UnsupportedImageException("The JPEG has no frame header");
            }
            if (!isWithoutLength(marker)) {
                int length = in.u16(at, true);
                if (length < 2) {
                    throw new UnsupportedImageException("The JPEG header has a segment without length");
                }
                at += length;
            }
        }
        throw new UnsupportedImageException("The JPEG header has more segments than any image needs");
    }

    /** SOF0 to SOF15, without DHT, JPG and DAC, which lie among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isWithoutLength(int marker) {
        return marker == TEM || marker >= 0xD0 && marker <= 0xD8;
    }
}
