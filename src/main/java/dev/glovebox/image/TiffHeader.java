package dev.glovebox.image;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads the size of the main image of a TIFF (TIFF 6.0, section 2): of the first directory that is no thumbnail. Cameras put
 * their raw images into the same container, which no provider reads.
 */
final class TiffHeader {

    private static final int NEW_SUBFILE_TYPE = 254;
    private static final int IMAGE_WIDTH = 256;
    private static final int IMAGE_LENGTH = 257;
    private static final int PHOTOMETRIC = 262;
    /** Color filter arrays and linear raw data of cameras, by TIFF/EP and DNG. */
    private static final int COLOR_FILTER_ARRAY = 32803;
    private static final int LINEAR_RAW = 34892;
    private static final int DNG_VERSION = 50706;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ENTRY_BYTES = 12;
    /** A file with more directories has many pages, and their first is the image. */
    private static final int MAX_DIRECTORIES = 32;

    /** The values of the tags of one directory whose type is SHORT or LONG. */
    private record Directory(Map<Integer, Long> values, boolean hasSizeOfWrongType, long next) {

        boolean isThumbnail() {
            return (values.getOrDefault(NEW_SUBFILE_TYPE, 0L) & 1) == 1;
        }

        boolean isRaw() {
            long photometric = values.getOrDefault(PHOTOMETRIC, 0L);
            return values.containsKey(DNG_VERSION) || photometric == COLOR_FILTER_ARRAY || photometric == LINEAR_RAW;
        }
    }

    private TiffHeader() {
    }

    /**
     * @throws UnsupportedImageException if the file is a raw image of a camera, if the header is incomplete, or if a side is
     *         missing or has a wrong type
     */
    static ImageHeader read(HeaderBytes bytes) {
        if (bytes.startsWith('I', 'I', 42, 0, 16, 0, 0, 0, 'C', 'R')) {
            throw raw("CR2");
        }
        boolean bigEndian = bytes.startsWith('M');
        long offset = bytes.u32(4, bigEndian);
        Directory first = directory(bytes, offset, bigEndian);
        Directory image = first;
        for (int i = 0; i < MAX_DIRECTORIES && image.isThumbnail() && !image.isRaw() && image.next() != 0; i++) {
            image = directory(bytes, image.next(), bigEndian);
        }
        if (first.isRaw() || image.isRaw()) {
            throw raw(first.values().containsKey(DNG_VERSION) ? "DNG" : "TIFF/EP");
        }
        boolean hasSize = image.values().containsKey(IMAGE_WIDTH) && image.values().containsKey(IMAGE_LENGTH);
        if (!hasSize && image.hasSizeOfWrongType()) {
            throw new UnsupportedImageException("The TIFF header gives a side in a type other than one SHORT or LONG");
        }
        return new ImageHeader(ImageFormat.TIFF, HeaderBytes.toInt(image.values().getOrDefault(IMAGE_WIDTH, 0L)),
                HeaderBytes.toInt(image.values().getOrDefault(IMAGE_LENGTH, 0L)));
    }

    private static UnsupportedImageException raw(String format) {
        return new UnsupportedImageException("The content is a raw image of a camera (" + format
                + "); supported formats are JPEG, PNG, BMP and TIFF: export it as a JPEG");
    }

    private static Directory directory(HeaderBytes bytes, long offset, boolean bigEndian) {
        int entries = bytes.u16(offset, bigEndian);
        Map<Integer, Long> values = new HashMap<>();
        boolean hasSizeOfWrongType = false;
        for (int i = 0; i < entries && bytes.has(offset + 2 + (long) i * ENTRY_BYTES, ENTRY_BYTES); i++) {
            long entry = offset + 2 + (long) i * ENTRY_BYTES;
            int tag = bytes.u16(entry, bigEndian);
            switch (tag) {
                case NEW_SUBFILE_TYPE, IMAGE_WIDTH, IMAGE_LENGTH, PHOTOMETRIC -> {
                    int type = bytes.u16(entry + 2, bigEndian);
                    if ((type == SHORT || type == LONG) && bytes.u32(entry + 4, bigEndian) == 1) {
                        values.putIfAbsent(tag,
                                type == SHORT ? bytes.u16(entry + 8, bigEndian) : bytes.u32(entry + 8, bigEndian));
                    } else {
                        hasSizeOfWrongType |= tag == IMAGE_WIDTH || tag == IMAGE_LENGTH;
                    }
                }
                case DNG_VERSION -> values.put(tag, 1L);
                default -> {
                    // skip the tags that describe neither size nor kind
                }
            }
        }
        return new Directory(values, hasSizeOfWrongType, next(bytes, offset + 2 + (long) entries * ENTRY_BYTES, bigEndian));
    }

    /** Returns the offset of the next directory; 0 if there is none. Some files end after their only directory. */
    private static long next(HeaderBytes bytes, long offset, boolean bigEndian) {
        return bytes.has(offset, 4) ? bytes.u32(offset, bigEndian) : 0;
    }
}
