package dev.glovebox.image;

/**
 * Reads the size from a BMP header. The core header (BITMAPCOREHEADER) has 12 bytes. The info header (BITMAPINFOHEADER) and its
 * successors have 40 or more.
 */
final class BmpHeader {

    private static final int CORE_HEADER_BYTES = 12;
    private static final int INFO_HEADER_BYTES = 40;

    private BmpHeader() {
    }

    /** @throws UnsupportedImageException if the header is incomplete or of an unknown kind */
    static ImageHeader read(HeaderBytes bytes) {
        long headerBytes = bytes.u32(14, false);
        if (headerBytes == CORE_HEADER_BYTES) {
            return new ImageHeader(ImageFormat.BMP, bytes.u16(18, false), bytes.u16(20, false));
        }
        if (headerBytes < INFO_HEADER_BYTES) {
            throw new UnsupportedImageException("The BMP header is of an unknown kind");
        }
        // a negative height means that the rows are stored from top to bottom
        long height = (int) bytes.u32(22, false);
        return new ImageHeader(ImageFormat.BMP, (int) bytes.u32(18, false), HeaderBytes.toInt(Math.abs(height)));
    }
}
