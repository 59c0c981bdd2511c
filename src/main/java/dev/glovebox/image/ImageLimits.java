package dev.glovebox.image;

import java.util.Optional;
import java.util.Set;

/**
 * What an OCR operation takes.
 *
 * @param shortestSide least pixels of the shorter side
 * @param longestSide most pixels of the longer side
 * @param base64Bytes most bytes of the Base64 form
 * @param formats the formats it reads
 */
public record ImageLimits(int shortestSide, int longestSide, int base64Bytes, Set<ImageFormat> formats) {

    public ImageLimits {
        formats = Set.copyOf(formats);
    }

    /** The limits of an operation whose documents name no pixels. */
    public static ImageLimits anySide(int base64Bytes, Set<ImageFormat> formats) {
        return new ImageLimits(1, Integer.MAX_VALUE, base64Bytes, formats);
    }

    /** A limit that an image breaks. The message names the figures. */
    public sealed interface Breach {

        /** For people. */
        String message();

        /** The format is none of those read. */
        record Format(String message) implements Breach {
        }

        /** Too many bytes, or too many pixels on a side. */
        record TooLarge(String message) implements Breach {
        }

        /** Too few pixels on a side to hold a readable text. */
        record TooSmall(String message) implements Breach {
        }
    }

    /** The first limit that the image breaks, or empty where it keeps them all. */
    public Optional<Breach> breachOf(Image.Inline image) {
        ImageHeader header = image.header();
        if (!formats.contains(header.format())) {
            return Optional.of(new Breach.Format("The provider does not read " + header.format().id()));
        }
        if (base64Length(image.bytes().length) > base64Bytes) {
            return Optional.of(new Breach.TooLarge("The image has " + image.bytes().length
                    + " bytes; its Base64 form may have at most " + base64Bytes));
        }
        if (header.longestSide() > longestSide) {
            return Optional.of(new Breach.TooLarge("The image is " + header.width() + " x " + header.height()
                    + " pixels; the longer side may have at most " + longestSide));
        }
        if (header.shortestSide() < shortestSide) {
            return Optional.of(new Breach.TooSmall("The image is " + header.width() + " x " + header.height()
                    + " pixels; the shorter side must have at least " + shortestSide));
        }
        return Optional.empty();
    }

    /** Bytes of the Base64 form, with padding and without line breaks. */
    public static long base64Length(long bytes) {
        return (bytes + 2) / 3 * 4;
    }
}
