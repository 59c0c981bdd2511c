package dev.glovebox.image;

/**
 * What an image's header says.
 *
 * @param format told by the first bytes, never by a name or a content type
 * @param width pixels, as stored, before any orientation; positive
 * @param height pixels; likewise
 */
public record ImageHeader(ImageFormat format, int width, int height) {

    /** @throws UnsupportedImageException where a side is not positive */
    public ImageHeader {
        if (width <= 0 || height <= 0) {
            throw new UnsupportedImageException("The " + format.id() + " header names a side without pixels");
        }
    }

    /**
     * Reads the header; looks at no pixel and allocates nothing that depends on what the header claims.
     *
     * @throws UnsupportedImageException where the bytes are none of the four formats, or end within the header
     */
    public static ImageHeader read(byte[] bytes) {
        Bytes in = new Bytes(bytes);
        if (in.startsWith(0xFF, 0xD8, 0xFF)) {
            return JpegHeader.read(in);
        }
        if (in.startsWith(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PngHeader.read(in);
        }
        if (in.startsWith('B', 'M')) {
            return BmpHeader.read(in);
        }
        if (in.startsWith('I', 'I', 42, 0) || in.startsWith('M', 'M', 0, 42)) {
            return TiffHeader.read(in);
        }
        throw new UnsupportedImageException(
                "What came is " + OtherFormat.of(bytes).map(OtherFormat::title).orElse("no image of a known format")
                        + "; JPEG, PNG, BMP and TIFF are read");
    }

    /** The shorter side, in pixels. */
    public int shortestSide() {
        return Math.min(width, height);
    }

    /** The longer side, in pixels. */
    public int longestSide() {
        return Math.max(width, height);
    }
}
