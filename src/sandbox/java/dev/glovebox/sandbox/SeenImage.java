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
 * An image that the service takes, by the JDK's own reader.
 *
 * @param bytes the file
 * @param width pixels
 * @param height pixels
 */
record SeenImage(byte[] bytes, int width, int height) {

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "bmp", "tiff", "tif");

    static {
        ImageIO.setUseCache(false);
    }

    static SeenImage of(byte[] bytes) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    reader.setInput(in);
                    if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                        return new SeenImage(bytes, reader.getWidth(0), reader.getHeight(0));
                    }
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException broken) {
            // refused below
        }
        throw new Refusal(400, "AIS.0102", "The image format is not supported");
    }

    /** The decoded pixels. */
    BufferedImage pixels() {
        try {
            BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(bytes));
            if (pixels != null) {
                return pixels;
            }
        } catch (IOException | RuntimeException broken) {
            // refused below
        }
        throw new Refusal(400, "AIS.0104", "The image is not supported or its quality is poor");
    }
}
