package dev.glovebox.image;

/** Reads the size from the IHDR chunk of a PNG, which must be the first chunk (W3C PNG, third edition, 11.2.1). */
final class PngHeader {

    private static final long IHDR = 0x49484452;

    private PngHeader() {
    }

    /** @throws UnsupportedImageException if the header is incomplete or not at the beginning */
    static ImageHeader read(HeaderBytes bytes) {
        if (bytes.u32(12, true) != IHDR) {
            throw new UnsupportedImageException("The PNG does not begin with its header");
        }
        return new ImageHeader(ImageFormat.PNG, HeaderBytes.toInt(bytes.u32(16, true)), HeaderBytes.toInt(bytes.u32(20, true)));
    }
}
