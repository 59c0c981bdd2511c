package dev.glovebox.image;

/** BMP: BITMAPCOREHEADER of 12 bytes, or BITMAPINFOHEADER and its successors of 40 and more. */
final class BmpHeader {

    private static final int CORE = 12;
    private static final int INFO = 40;

    private BmpHeader() {
    }

    static ImageHeader read(Bytes in) {
        long size = in.u32(14, false);
        if (size == CORE) {
            return new ImageHeader(ImageFormat.BMP, in.u16(18, false), in.u16(20, false));
        }
        if (size < INFO) {
            throw new UnsupportedImageException("The BMP header is of no known kind");
        }
        // a negative height stands for rows from the top
        long height = (int) in.u32(22, false);
        return new ImageHeader(ImageFormat.BMP, (int) in.u32(18, false), Bytes.side(Math.abs(height)));
    }
}
