package dev.glovebox.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
    private static final int FINAL_DIGITS_OF_SMALL_MAKERS = 3;
    private static final int CHECK_DIGIT_INDEX = 8;
    private static final int MODEL_YEAR_INDEX = 9;
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
        return VinChecksum.checkDigit(characters) == characters.charAt(CHECK_DIGIT_INDEX);
    }

    /**
     * Returns false for one of two reasons. The number looks masked: it consists of one character, or contains a letter five
     * times in a row. The market requires a check digit, but the number does not have the form that such markets require.
     * Countries and makers are no reasons: their tables have gaps.
     */
    boolean isPlausible() {
        return !MASKED.matcher(characters).find() && (!requiresCheckDigit() || hasMandatoryForm());
    }

    /**
     * Returns true if position 10 is the code of a model year and the serial number at the end consists of digits (49 CFR
     * 565.15, GB 16735).
     */
    private boolean hasMandatoryForm() {
        return !modelYears().isEmpty() && endsWithDigits();
    }

    /**
     * Returns true if the last four characters are digits. Three suffice if small makers share the WMI, since positions 12 to
     * 14 then belong to the WMI.
     */
    boolean endsWithDigits() {
        int digits = wmi().isShared() ? FINAL_DIGITS_OF_SMALL_MAKERS : FINAL_DIGITS;
        return characters.chars().skip(LENGTH - digits).allMatch(character -> character <= '9');
    }

    /**
     * Returns true if the market requires a check digit. China is an exception if position 9 is a letter that is neither X nor
     * a
     * misread check digit: Chinese makers use such letters for vehicles that they export to countries without check digits.
     */
    private boolean requiresCheckDigit() {
        return wmi().requiresCheckDigit() && !hasLetterOfExport();
    }

    /** Returns true if the VIN is Chinese and position 9 is a letter that no check digit looks like. */
    boolean hasLetterOfExport() {
        char actual = characters.charAt(CHECK_DIGIT_INDEX);
        return actual > '9' && actual != 'X' && wmi().isChinese()
                && alternatives(actual).noneMatch(digit -> digit == VinChecksum.checkDigit(characters));
    }

    /** Compares position 9 with the expected check digit. */
    public CheckDigit checkDigit() {
        char expected = VinChecksum.checkDigit(characters);
        char actual = characters.charAt(CHECK_DIGIT_INDEX);
        CheckDigit.Verdict verdict = hasMatchingCheckDigit() ? CheckDigit.Verdict.VALID
                : requiresCheckDigit() ? CheckDigit.Verdict.INVALID : CheckDigit.Verdict.NOT_APPLICABLE;
        return new CheckDigit(String.valueOf(expected), String.valueOf(actual), verdict,
                hasLetterOfExport() ? CheckDigit.EXPORT : null);
    }

    /** Returns the two model years that position 10 can mean, in ascending order; empty if position 10 is not a year code. */
    public List<Integer> modelYears() {
        int code = MODEL_YEAR_CODES.indexOf(characters.charAt(MODEL_YEAR_INDEX));
        return code < 0 ? List.of() : List.of(FIRST_MODEL_YEAR + code, FIRST_MODEL_YEAR + MODEL_YEAR_CYCLE + code);
    }

    /**
     * Suggests a correction if the check digit is mandatory and wrong. A candidate replaces one character by one that OCR
     * confuses with it. It must have a matching check digit, the code of a model year, and a serial number of digits.
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
            String before = characters.substring(0, i);
            String after = characters.substring(i + 1);
            alternatives(characters.charAt(i)).mapToObj(other -> new Vin(before + (char) other + after))
                    .filter(candidate -> candidate.hasMatchingCheckDigit() && candidate.hasMandatoryForm())
                    .forEach(candidate -> candidates.add(candidate.characters()));
        }
        return candidates.size() == 1 ? List.copyOf(candidates) : List.of();
    }

    /** Returns the characters that OCR confuses with this one. */
    private static IntStream alternatives(char character) {
        return Arrays.stream(CONFUSABLE_PAIRS).filter(pair -> pair.indexOf(character) >= 0)
                .mapToInt(pair -> pair.charAt(1 - pair.indexOf(character)));
    }
}
