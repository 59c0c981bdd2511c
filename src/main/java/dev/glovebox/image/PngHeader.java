package dev.glovebox.image;

/** PNG: the IHDR chunk, which must come first (W3C PNG, third edition, 11.2.1). */
final class PngHeader {

    private static final long IHDR = 0x49484452;

    private PngHeader() {
    }

    static ImageHeader read(Bytes in) {
        if (in.u32(12, true) != IHDR) {
            throw new UnsupportedImageException("The PNG does not begin with its header");
        }
        return new ImageHeader(ImageFormat.PNG, Bytes.side(in.u32(16, true)), Bytes.side(in.u32(20, true)));
    }
}
