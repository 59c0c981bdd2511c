package dev.glovebox.document;

/**
 * Text in the one form that rules compare: full-width forms, which Chinese text mixes freely with the others, to their plain
 * ones ({@code Ａ} to {@code A}, {@code （} to {@code (}, {@code ：} to {@code :}). No more than that: Unicode's own normal forms
 * make one character of two that were read, and several of one.
 */
final class PlainText {

    /** FF01 to FF5E are 21 to 7E in full width. */
    private static final char FIRST_WIDE = '\uFF01';
    private static final char LAST_WIDE = '\uFF5E';
    private static final char WIDE_BLANK = '\u3000';
    private static final char MINUS_SIGN = '\u2212';

    private PlainText() {
    }

    /** The same words. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(narrow(text.charAt(i)));
        }
        return folded.toString();
    }

    /** Folded, in capitals, without blanks and hidden characters, every dash a hyphen: the form of numbers and codes. */
    static String code(String text) {
        StringBuilder code = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = narrow(text.charAt(i));
            switch (Character.getType(character)) {
                case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
                        Character.FORMAT -> {
                    // prints nothing
                }
                case Character.DASH_PUNCTUATION -> code.append('-');
                default -> code.append(capital(character));
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

    private static char narrow(char character) {
        if (character >= FIRST_WIDE && character <= LAST_WIDE) {
            return (char) (character - FIRST_WIDE + '!');
        }
        return character == WIDE_BLANK ? ' ' : character;
    }

    /** Latin letters only: others' capitals can be two. */
    private static char capital(char character) {
        if (character >= 'a' && character <= 'z') {
            return (char) (character - 'a' + 'A');
        }
        return character == MINUS_SIGN ? '-' : character;
    }
}
