package dev.glovebox.document;

/** The weighted sum from which the check digit of a VIN follows (49 CFR 565.15). */
final class VinChecksum {

    /** The weights of the 17 positions (49 CFR 565.15, table 4). Position 9 is the check digit itself. */
    private static final int[] WEIGHTS = { 8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2 };
    /** The values of A to Z (49 CFR 565.15, table 3). I, O and Q have 0, since a VIN does not contain them. */
    private static final int[] LETTER_VALUES = { 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9 };
    private static final int MODULUS = 11;

    private VinChecksum() {
    }

    /** Returns the check digit of 17 well-formed characters: 0 to 9, or X for 10. */
    static char checkDigit(String characters) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * value(characters.charAt(i));
        }
        int remainder = sum % MODULUS;
        return remainder == MODULUS - 1 ? 'X' : (char) ('0' + remainder);
    }

    private static int value(char character) {
        return character <= '9' ? character - '0' : LETTER_VALUES[character - 'A'];
    }
}
