package dev.glovebox.image;

import java.util.Optional;
import java.util.Set;

/**
 * The images that an OCR operation accepts.
 *
 * @param minSide the minimum of the shorter side in pixels
 * @param maxSide the maximum of the longer side in pixels
 * @param maxBase64Bytes the maximum size of the Base64 form in bytes
 * @param formats the accepted formats
 */
public record ImageLimits(int minSide, int maxSide, int maxBase64Bytes, Set<ImageFormat> formats) {

    public ImageLimits {
        formats = Set.copyOf(formats);
    }

    /** Returns the limits of an operation whose documentation does not limit the pixels. */
    public static ImageLimits withoutPixelLimits(int maxBase64Bytes, Set<ImageFormat> formats) {
        return new ImageLimits(1, Integer.MAX_VALUE, maxBase64Bytes, formats);
    }

    /** The violation of a limit by an image. */
    public sealed interface Violation {

        /** Returns the description for people, with the actual and the allowed size. */
        String message();

        /** The operation does not accept the format. */
        record WrongFormat(String message) implements Violation {
        }

        /** The image has too many bytes, or a side has too many pixels. */
        record TooLarge(String message) implements Violation {
        }

        /** A side has too few pixels for a readable text. */
        record TooSmall(String message) implements Violation {
        }
    }

    /** Returns the first limit that the image violates; empty if the operation accepts the image. */
    public Optional<Violation> findViolation(Image.Inline image) {
        ImageHeader header = image.header();
        if (!formats.contains(header.format())) {
            return Optional.of(new Violation.WrongFormat("The provider does not read " + header.format().id()));
        }
        if (base64Length(image.bytes().length) > maxBase64Bytes) {
            return Optional.of(new Violation.TooLarge("The image has " + image.bytes().length
                    + " bytes; its Base64 form may have at most " + maxBase64Bytes));
        }
        if (header.longerSide() > maxSide) {
            return Optional.of(new Violation.TooLarge("The image is " + header.width() + " x " + header.height()
                    + " pixels; the longer side may have at most " + maxSide));
        }
        if (header.shorterSide() < minSide) {
            return Optional.of(new Violation.TooSmall("The image is " + header.width() + " x " + header.height()
                    + " pixels; the shorter side must have at least " + minSide));
        }
        return Optional.empty();
    }

    /** Returns the size of the Base64 form in bytes, with padding and without line breaks. */
    public static long base64Length(long bytes) {
        return (bytes + 2) / 3 * 4;
    }
}
