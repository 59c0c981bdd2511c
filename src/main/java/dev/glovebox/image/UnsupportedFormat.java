package dev.glovebox.image;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Names the common formats that no provider reads, so that the caller knows what to change. */
final class UnsupportedFormat {

    /** Where the brands of a file with an {@code ftyp} box are: ISO/IEC 14496-12, 4.3. */
    private static final int BRAND = 8;

    private UnsupportedFormat() {
    }

    /** Returns the name of the format with an article, for error messages; empty if the bytes have no known signature. */
    static Optional<String> describe(byte[] bytes) {
        // the signatures are Latin-1
        String start = new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.ISO_8859_1);
        String text = start.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("ftyp", 4)) {
            return Optional.of(ofBrand(start));
        }
        return Optional.ofNullable(start.startsWith("GIF8") ? "a GIF image"
                : start.startsWith("RIFF") && start.startsWith("WEBP", BRAND) ? "a WebP image"
                        : start.startsWith("RIFF") ? "an audio or video file (RIFF)"
                                : start.startsWith("%PDF") ? "a PDF document" : ofOther(start, text));
    }

    private static String ofOther(String start, String text) {
        if (start.startsWith("\0\0\0\fjP  ") || start.startsWith("\u00FFO\u00FFQ")) {
            return "a JPEG 2000 image";
        }
        if (start.startsWith("\u00FF\n") || start.startsWith("\0\0\0\fJXL ")) {
            return "a JPEG XL image";
        }
        if (start.startsWith("FUJIFILM") || start.startsWith("IIRO") || start.startsWith("MMOR") || start.startsWith("IIU\0")) {
            return "a raw image of a camera";
        }
        if (start.startsWith("II+\0") || start.startsWith("MM\0+")) {
            return "a BigTIFF image";
        }
        if (start.startsWith("8BPS")) {
            return "a Photoshop document";
        }
        if (start.startsWith("\0\0\1\0")) {
            return "an icon (ICO)";
        }
        if (start.startsWith("PK\3\4")) {
            return "a ZIP archive or an Office document";
        }
        if (start.startsWith("\u001AE\u00DF\u00A3")) {
            return "a Matroska or WebM video";
        }
        if (text.startsWith("<")) {
            return "an HTML, XML or SVG text";
        }
        return text.startsWith("{") || text.startsWith("[") ? "a JSON text" : null;
    }

    /**
     * HEIC and AVIF may have a general brand first, such as {@code mif1}; then a compatible brand says which of both it is.
     *
     * @see <a href="https://mp4ra.org/registered-types/brands">the registered brands</a>
     */
    private static String ofBrand(String start) {
        String brand = start.length() < BRAND + 4 ? "" : start.substring(BRAND, BRAND + 4);
        return switch (brand) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs" -> "a HEIC image";
            case "avif", "avis" -> "an AVIF image";
            case "mif1", "msf1", "mif2", "miaf" -> start.contains("avif") ? "an AVIF image" : "a HEIC or HEIF image";
            case "crx " -> "a raw image of a camera (CR3)";
            case "jxl " -> "a JPEG XL image";
            case "jp2 " -> "a JPEG 2000 image";
            case "M4A ", "M4B " -> "an audio file (MP4)";
            case "qt  " -> "a QuickTime video";
            default -> "an MP4 video";
        };
    }
}
