package dev.glovebox.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A vehicle identification number: 17 digits and capitals without I, O and Q (ISO 3779; 49 CFR 565; GB 16735).
 *
 * @param characters the 17 characters
 */
public record Vin(String characters) {

    /** Characters of a VIN. */
    public static final int LENGTH = 17;

    private static final Pattern ALPHABET = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
    private static final Pattern MASKED = Pattern.compile("^(.)\\1{16}$|([A-Z])\\2{4}");
    private static final int LAST_DIGITS = 4;
    private static final int CHECK_DIGIT = 8;
    private static final int MODEL_YEAR = 9;
    /** 49 CFR 565.15, table 4. */
    private static final int[] WEIGHTS = { 8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2 };
    /** 49 CFR 565.15, table 3: the value of A to Z; 0 for the letters that no VIN holds. */
    private static final int[] LETTER_VALUES = { 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9 };
    /** 49 CFR 565.15, table 7: the codes of 1980 to 2009, and again of 2010 to 2039. */
    private static final String MODEL_YEAR_CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";
    private static final int MODEL_YEAR_CYCLE = 30;
    private static final int FIRST_MODEL_YEAR = 1980;
    /** Pairs that OCR takes for each other, each of two values, so that the check digit tells them apart. */
    private static final String[] CONFUSED = { "8B", "5S", "2Z", "6G", "0D", "UV", "1L", "7T", "MN", "KX" };

    /** @throws IllegalArgumentException where these are not 17 characters of the alphabet; the message does not repeat them */
    public Vin {
        if (!isWellFormed(characters)) {
            throw new IllegalArgumentException("not 17 characters of the VIN alphabet");
        }
    }

    /** True for exactly 17 digits and capitals without I, O and Q. */
    public static boolean isWellFormed(String characters) {
        return characters != null && ALPHABET.matcher(characters).matches();
    }

    /** World manufacturer identifier, positions 1 to 3. */
    public Wmi wmi() {
        return new Wmi(characters.substring(0, 3));
    }

    /** Vehicle descriptor section, positions 4 to 9, with the check digit. */
    public String vds() {
        return characters.substring(3, 9);
    }

    /** Vehicle indicator section, positions 10 to 17. */
    public String vis() {
        return characters.substring(9);
    }

    /** True where position 9 is what the sum asks for, prescribed or not. */
    boolean isDigitRight() {
        return expectedCheckDigit(characters) == characters.charAt(CHECK_DIGIT);
    }

    /**
     * False where no maker gives out such a number: its first two characters are no country's (ISO 3780), its characters
     * are all one, or a letter stands five times in a row, as where it was masked; or where, in a market that prescribes
     * it, it is none that {@link #isPrescribed} allows.
     */
    boolean isPlausible() {
        return wmi().country().isPresent() && !MASKED.matcher(characters).find()
                && (!wmi().prescribesCheckDigit() || isPrescribed());
    }

    /** True where position 10 is a year's code and the last four are digits (49 CFR 565.15, GB 16735). */
    private boolean isPrescribed() {
        return !modelYears().isEmpty() && endsInDigits();
    }

    /** True where the last four are digits, as everywhere where somebody prescribes them. */
    boolean endsInDigits() {
        return characters.chars().skip(LENGTH - LAST_DIGITS).allMatch(character -> character <= '9');
    }

    /** Position 9 against the sum. */
    public CheckDigit checkDigit() {
        char expected = expectedCheckDigit(characters);
        char actual = characters.charAt(CHECK_DIGIT);
        CheckDigit.Verdict verdict = isDigitRight() ? CheckDigit.Verdict.VALID
                : wmi().prescribesCheckDigit() ? CheckDigit.Verdict.INVALID : CheckDigit.Verdict.NOT_APPLICABLE;
        return new CheckDigit(String.valueOf(expected), String.valueOf(actual), verdict);
    }

    /** The model years that position 10 can mean, rising; empty where it is no code. */
    public List<Integer> modelYears() {
        int code = MODEL_YEAR_CODES.indexOf(characters.charAt(MODEL_YEAR));
        return code < 0 ? List.of() : List.of(FIRST_MODEL_YEAR + code, FIRST_MODEL_YEAR + MODEL_YEAR_CYCLE + code);
    }

    /**
     * The VIN that was probably meant, where the check digit is mandatory and wrong: exactly one single swap of two
     * characters that OCR confuses makes it right, and a number that can be (with a year's code, and four digits at its
     * end). Never more than one: of k swaps, k in 11 pass by chance.
     */
    public List<String> suggestions() {
        if (checkDigit().verdict() != CheckDigit.Verdict.INVALID) {
            return List.of();
        }
        List<String> right = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            for (String pair : CONFUSED) {
                int at = pair.indexOf(characters.charAt(i));
                if (at >= 0) {
                    Vin meant = new Vin(characters.substring(0, i) + pair.charAt(1 - at) + characters.substring(i + 1));
                    if (meant.isDigitRight() && meant.isPrescribed()) {
                        right.add(meant.characters());
                    }
                }
            }
        }
        return right.size() == 1 ? List.copyOf(right) : List.of();
    }

    private static char expectedCheckDigit(String characters) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += WEIGHTS[i] * value(characters.charAt(i));
        }
        int remainder = sum % 11;
        return remainder == 10 ? 'X' : (char) ('0' + remainder);
    }

    private static int value(char character) {
        return character <= '9' ? character - '0' : LETTER_VALUES[character - 'A'];
    }
}
