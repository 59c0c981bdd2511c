package dev.glovebox.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A vehicle identification number (ISO 3779; 49 CFR 565; GB 16735). It has 17 characters: digits, and capitals except I, O and
 * Q.
 *
 * @param characters the 17 characters
 */
public record Vin(String characters) {

    /** The number of characters. */
    public static final int LENGTH = 17;

    private static final Pattern WELL_FORMED = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");
    /** The same character throughout, or the same letter five times in a row. */
    private static final Pattern MASKED = Pattern.compile("^(.)\\1{16}$|([A-Z])\\2{4}");
    private static final int FINAL_DIGITS = 4;
    private static final int CHECK_DIGIT_INDEX = 8;
    private static final int MODEL_YEAR_INDEX = 9;
    /** The weights of the 17 positions (49 CFR 565.15, table 4). */
    private static final int[] WEIGHTS = { 8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2 };
    /** The values of A to Z (49 CFR 565.15, table 3). I, O and Q have 0, since a VIN does not contain them. */
    private static final int[] LETTER_VALUES = { 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9 };
    /** The codes of 1980 to 2009, which repeat for 2010 to 2039 (49 CFR 565.15, table 7). */
    private static final String MODEL_YEAR_CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";
    private static final int MODEL_YEAR_CYCLE = 30;
    private static final int FIRST_MODEL_YEAR = 1980;
    /** Characters that OCR confuses. The two of a pair have different values, so that the check digit reveals a confusion. */
    private static final String[] CONFUSABLE_PAIRS = { "8B", "5S", "2Z", "6G", "0D", "UV", "1L", "7T", "MN", "KX" };

    /** @throws IllegalArgumentException if the characters are not well-formed; the message does not repeat them */
    public Vin {
        if (!isWellFormed(characters)) {
            throw new IllegalArgumentException("A VIN must have 17 characters of the VIN alphabet");
        }
    }

    /** Returns true for 17 characters of the VIN alphabet: digits, and capitals except I, O and Q. Returns false for null. */
    public static boolean isWellFormed(String characters) {
        return characters != null && WELL_FORMED.matcher(characters).matches();
    }

    /** Returns the world manufacturer identifier: positions 1 to 3. */
    public Wmi wmi() {
        return new Wmi(characters.substring(0, 3));
    }

    /** Returns the vehicle descriptor section: positions 4 to 9, including the check digit. */
    public String vds() {
        return characters.substring(3, 9);
    }

    /** Returns the vehicle indicator section: positions 10 to 17. */
    public String vis() {
        return characters.substring(9);
    }

    /** Returns true if position 9 is the expected check digit, also if the market does not require one. */
    boolean hasMatchingCheckDigit() {
        return expectedCheckDigit(characters) == characters.charAt(CHECK_DIGIT_INDEX);
    }

    /**
     * Returns false if no maker assigns such a number, for one of three reasons. The first two characters belong to no country
     * (ISO 3780). The number looks masked: it consists of one character, or contains a letter five times in a row. The market
     * requires a check digit, but the number does not have the form that such markets require.
     */
    boolean isPlausible() {
        return wmi().country().isPresent() && !MASKED.matcher(characters).find()
                && (!wmi().requiresCheckDigit() || hasMandatoryForm());
    }

    /**
     * Returns true if position 10 is the code of a model year and the last four characters are digits (49 CFR 565.15, GB
     * 16735).
     */
    private boolean hasMandatoryForm() {
        return !modelYears().isEmpty() && endsWithDigits();
    }

    /** Returns true if the last four characters are digits. */
    boolean endsWithDigits() {
        return characters.chars().skip(LENGTH - FINAL_DIGITS).allMatch(character -> character <= '9');
    }

    /** Compares position 9 with the expected check digit. */
    public CheckDigit checkDigit() {
        char expected = expectedCheckDigit(characters);
        char actual = characters.charAt(CHECK_DIGIT_INDEX);
        CheckDigit.Verdict verdict = hasMatchingCheckDigit() ? CheckDigit.Verdict.VALID
                : wmi().requiresCheckDigit() ? CheckDigit.Verdict.INVALID : CheckDigit.Verdict.NOT_APPLICABLE;
        return new CheckDigit(String.valueOf(expected), String.valueOf(actual), verdict);
    }

    /** Returns the two model years that position 10 can mean, in ascending order; empty if position 10 is not a year code. */
    public List<Integer> modelYears() {
        int code = MODEL_YEAR_CODES.indexOf(characters.charAt(MODEL_YEAR_INDEX));
        return code < 0 ? List.of() : List.of(FIRST_MODEL_YEAR + code, FIRST_MODEL_YEAR + MODEL_YEAR_CYCLE + code);
    }

    /**
     * Suggests a correction if the check digit is mandatory and wrong. A candidate replaces one character by one that OCR
     * confuses with it. It must have a matching check digit, the code of a model year, and four digits at its end.
     *
     * @return the only candidate; empty if there is no candidate or more than one, since one in 11 candidates has a matching
     *         check digit by chance
     */
    public List<String> suggestions() {
        if (checkDigit().verdict() != CheckDigit.Verdict.INVALID) {
            return List.of();
        }
        List<String> candidates = new ArrayList<>();
        for (int i = 0; i < LENGTH; i++) {
            for (String pair : CONFUSABLE_PAIRS) {
                int index = pair.indexOf(characters.charAt(i));
                if (index >= 0) {
                    Vin candidate = new Vin(characters.substring(0, i) + pair.charAt(1 - index) + characters.substring(i + 1));
                    if (candidate.hasMatchingCheckDigit() && candidate.hasMandatoryForm()) {
                        candidates.add(candidate.characters());
                    }
                }
            }
        }
        return candidates.size() == 1 ? List.copyOf(candidates) : List.of();
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
