package dev.glovebox.image;

/** Reads ImageWidth and ImageLength of the first image file directory of a TIFF (TIFF 6.0, section 2). */
final class TiffHeader {

    private static final int IMAGE_WIDTH = 256;
    private static final int IMAGE_LENGTH = 257;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ENTRY_BYTES = 12;

    private TiffHeader() {
    }

    /** @throws UnsupportedImageException if the header is incomplete, or if a side is missing or has a wrong type */
    static ImageHeader read(HeaderBytes bytes) {
        boolean bigEndian = bytes.startsWith('M');
        long directory = bytes.u32(4, bigEndian);
        int entries = bytes.u16(directory, bigEndian);
        long width = 0;
        long height = 0;
        for (int i = 0; i < entries && (width == 0 || height == 0); i++) {
            long entry = directory + 2 + (long) i * ENTRY_BYTES;
            switch (bytes.u16(entry, bigEndian)) {
                case IMAGE_WIDTH -> width = value(bytes, entry, bigEndian);
                case IMAGE_LENGTH -> height = value(bytes, entry, bigEndian);
                default -> {
                    // skip the tags that do not describe the size
                }
            }
        }
        return new ImageHeader(ImageFormat.TIFF, HeaderBytes.toInt(width), HeaderBytes.toInt(height));
    }

    private static long value(HeaderBytes bytes, long entry, boolean bigEndian) {
        return switch (bytes.u16(entry + 2, bigEndian)) {
            case SHORT -> bytes.u16(entry + 8, bigEndian);
            case LONG -> bytes.u32(entry + 8, bigEndian);
            default -> throw new UnsupportedImageException("The TIFF header gives a side in a type other than SHORT and LONG");
        };
    }
}
