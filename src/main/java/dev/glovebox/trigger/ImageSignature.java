package dev.glovebox.trigger;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Recognizes a body that is an image, whatever its content type says: {@code curl --data-binary} sends images as a form.
 * Formats
 * that are not read are recognized too, so that the failure is about the image.
 */
final class ImageSignature {

    /** A signature is a text of Latin-1; a dot stands for any byte. */
    private static final List<byte[]> SIGNATURES = List.of(latin("\u00FF\u00D8\u00FF"), latin("\u0089PNG\r\n\u001A\n"),
            latin("BM....\0\0\0\0"), latin("II*\0"), latin("MM\0*"), latin("GIF87a"), latin("GIF89a"), latin("RIFF....WEBP"),
            latin("....ftyp"));

    private ImageSignature() {
    }

    static boolean isAtStartOf(byte[] body) {
        return SIGNATURES.stream().anyMatch(signature -> matches(body, signature));
    }

    private static boolean matches(byte[] body, byte[] signature) {
        if (body.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (signature[i] != '.' && signature[i] != body[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
