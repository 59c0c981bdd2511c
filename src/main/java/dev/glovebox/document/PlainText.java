package dev.glovebox.document;

/**
 * Converts texts to one form, so that rules can compare them. Chinese text mixes full-width and half-width forms of the same
 * characters ({@code Ａ} and {@code A}, {@code （} and {@code (}, {@code ：} and {@code :}). Unicode's normal forms are not used:
 * they merge or split characters, and positions in the text would change.
 */
final class PlainText {

    /** The first of the full-width forms of U+0021 to U+007E. */
    private static final char FIRST_FULL_WIDTH = '\uFF01';
    private static final char LAST_FULL_WIDTH = '\uFF5E';
    private static final char FULL_WIDTH_BLANK = '\u3000';
    private static final char MINUS_SIGN = '\u2212';

    private PlainText() {
    }

    /** Returns the text with half-width characters. The length does not change. */
    static String toHalfWidth(String text) {
        StringBuilder halfWidth = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            halfWidth.append(toHalfWidth(text.charAt(i)));
        }
        return halfWidth.toString();
    }

    /**
     * Returns the text in the form of numbers and codes: half-width capitals, a hyphen for each dash, without blanks and
     * without invisible characters.
     */
    static String toCode(String text) {
        StringBuilder code = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = toHalfWidth(text.charAt(i));
            if (!isInvisible(character)) {
                code.append(Character.getType(character) == Character.DASH_PUNCTUATION ? '-' : toCapital(character));
            }
        }
        return code.toString();
    }

    /** Returns the text without any of the characters. */
    static String remove(String characters, String text) {
        StringBuilder rest = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }

    private static boolean isInvisible(char character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
                    Character.FORMAT ->
                true;
            default -> false;
        };
    }

    private static char toHalfWidth(char character) {
        if (character >= FIRST_FULL_WIDTH && character <= LAST_FULL_WIDTH) {
            return (char) (character - FIRST_FULL_WIDTH + '!');
        }
        return character == FULL_WIDTH_BLANK ? ' ' : character;
    }

    /** Capitalizes Latin letters only: the capital of another letter can be two characters. */
    private static char toCapital(char character) {
        if (character >= 'a' && character <= 'z') {
            return (char) (character - 'a' + 'A');
        }
        return character == MINUS_SIGN ? '-' : character;
    }
}
