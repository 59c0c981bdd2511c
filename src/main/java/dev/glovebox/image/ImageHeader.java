package dev.glovebox.image;

/**
 * The header of an image.
 *
 * @param format the format according to the first bytes; file names and content types are ignored
 * @param width in pixels, as stored, before any rotation; positive
 * @param height in pixels, as stored, before any rotation; positive
 */
public record ImageHeader(ImageFormat format, int width, int height) {

    /** @throws UnsupportedImageException if a side is not positive */
    public ImageHeader {
        if (width <= 0 || height <= 0) {
            throw new UnsupportedImageException("The width and height in the " + format.id() + " header must be positive");
        }
    }

    /**
     * Reads the header of an image. Does not decode pixels. The memory that it needs does not depend on the size in the header.
     *
     * @param image the whole file; not changed
     * @throws UnsupportedImageException if the format is not JPEG, PNG, BMP or TIFF, or if the header is incomplete or broken
     */
    public static ImageHeader read(byte[] image) {
        HeaderBytes bytes = new HeaderBytes(image);
        if (bytes.startsWith(0xFF, 0xD8)) {
            return JpegHeader.read(bytes);
        }
        if (bytes.startsWith(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PngHeader.read(bytes);
        }
        if (bytes.startsWith('B', 'M')) {
            return BmpHeader.read(bytes);
        }
        if (bytes.startsWith('I', 'I', 42, 0) || bytes.startsWith('M', 'M', 0, 42)) {
            return TiffHeader.read(bytes);
        }
        String actual = UnsupportedFormat.describe(image)
                .orElse("not an image of a known format");
        throw new UnsupportedImageException(
                "The content is " + actual + "; supported formats are JPEG, PNG, BMP and TIFF");
    }

    /** Returns the shorter side in pixels. */
    public int shorterSide() {
        return Math.min(width, height);
    }

    /** Returns the longer side in pixels. */
    public int longerSide() {
        return Math.max(width, height);
    }
}
