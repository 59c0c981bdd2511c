package dev.glovebox.image;

/** TIFF: ImageWidth and ImageLength of the first image file directory (TIFF 6.0, section 2). */
final class TiffHeader {

    private static final int IMAGE_WIDTH = 256;
    private static final int IMAGE_LENGTH = 257;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ENTRY_BYTES = 12;

    private TiffHeader() {
    }

    static ImageHeader read(Bytes in) {
        boolean bigEndian = in.startsWith('M');
        long directory = in.u32(4, bigEndian);
        int entries = in.u16(directory, bigEndian);
        long width = 0;
        long height = 0;
        for (int i = 0; i < entries && (width == 0 || height == 0); i++) {
            long entry = directory + 2 + (long) i * ENTRY_BYTES;
            switch (in.u16(entry, bigEndian)) {
                case IMAGE_WIDTH -> width = value(in, entry, bigEndian);
                case IMAGE_LENGTH -> height = value(in, entry, bigEndian);
                default -> {
                    // of no interest here
                }
            }
        }
        return new ImageHeader(ImageFormat.TIFF, Bytes.side(width), Bytes.side(height));
    }

    private static long value(Bytes in, long entry, boolean bigEndian) {
        return switch (in.u16(entry + 2, bigEndian)) {
            case SHORT -> in.u16(entry + 8, bigEndian);
            case LONG -> in.u32(entry + 8, bigEndian);
            default -> throw new UnsupportedImageException("The TIFF header gives a side in a type that none has");
        };
    }
}
