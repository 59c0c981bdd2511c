package dev.glovebox.sandbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * An image of a supported format, as the JDK's image readers see it.
 *
 * @param bytes the image file
 * @param format jpeg, png, bmp or tiff
 * @param width the width in pixels
 * @param height the height in pixels
 */
record ImageFile(byte[] bytes, String format, int width, int height) {

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "bmp", "tiff", "tif");

    static {
        ImageIO.setUseCache(false);
    }

    /** @throws ImageProblem if the bytes are no image of a supported format */
    static ImageFile of(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    reader.setInput(in);
                    String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                    if (FORMATS.contains(format)) {
                        return new ImageFile(bytes, format.equals("tif") ? "tiff" : format, reader.getWidth(0),
                                reader.getHeight(0));
                    }
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException broken) {
            // reported below
        }
        throw new ImageProblem(ImageProblem.Kind.NOT_AN_IMAGE);
    }

    /**
     * Decodes the pixels.
     *
     * @throws ImageProblem if the image is broken
     */
    BufferedImage pixels() {
        try {
            BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(bytes));
            if (pixels != null) {
                return pixels;
            }
        } catch (IOException | RuntimeException broken) {
            // reported below
        }
        throw new ImageProblem(ImageProblem.Kind.BROKEN);
    }
}
