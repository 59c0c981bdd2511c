package dev.glovebox.document;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Full-width forms to their plain ones ({@code Ａ} to {@code A}, {@code （} to {@code (}, {@code ：} to {@code :}), which
 * Chinese text mixes freely: Unicode compatibility decomposition (UAX #15, NFKC).
 */
final class WidthFolding {

    private WidthFolding() {
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Folded, in capitals, without blanks: the form that numbers and codes are compared in. */
    static String code(String text) {
        return fold(text).replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
    }
}
