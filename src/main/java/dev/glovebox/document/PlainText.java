package dev.glovebox.document;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text in the one form that rules compare: full-width forms, which Chinese text mixes freely with the others, to their plain
 * ones ({@code Ａ} to {@code A}, {@code （} to {@code (}, {@code ：} to {@code :}) by Unicode's compatibility decomposition
 * (UAX #15, NFKC), nothing hidden, and every dash a hyphen.
 */
final class PlainText {

    private static final char MINUS_SIGN = '\u2212';

    private PlainText() {
    }

    /** The same words. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Folded, in capitals, without blanks and hidden characters: the form of numbers and codes. */
    static String code(String text) {
        String folded = fold(text).toUpperCase(Locale.ROOT);
        StringBuilder code = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char character = folded.charAt(i);
            switch (Character.getType(character)) {
                case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
                        Character.FORMAT -> {
                    // prints nothing
                }
                case Character.DASH_PUNCTUATION -> code.append('-');
                default -> code.append(character == MINUS_SIGN ? '-' : character);
            }
        }
        return code.toString();
    }

    /** The text without any of these characters. */
    static String without(String characters, String text) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }
}
