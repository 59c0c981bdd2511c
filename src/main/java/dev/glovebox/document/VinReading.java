package dev.glovebox.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A VIN as a provider read it. Unambiguous errors are corrected, with a warning. All others are left for a person.
 *
 * @param vin the corrected VIN
 * @param corrections the replacements of characters that a VIN cannot contain
 * @param hasDroppedPrefix true if the text had an import mark in front of the VIN
 */
record VinReading(Vin vin, List<Correction> corrections, boolean hasDroppedPrefix) {

    /** Characters that are printed or stamped between the characters of a VIN. */
    private static final String SEPARATORS = "-·•・.:,";
    private static final String IMPORT_MARK = "I";

    private static final Comparator<VinReading> BY_PLAUSIBILITY = Comparator
            .comparing((VinReading candidate) -> candidate.vin.hasMatchingCheckDigit())
            .thenComparing(candidate -> candidate.vin.isPlausible())
            .thenComparing(candidate -> candidate.vin.endsWithDigits())
            .thenComparing(candidate -> candidate.corrections.isEmpty());

    /**
     * Returns the VIN field of a reading.
     *
     * @param path the path of the field, for warnings
     * @param warnings receives a warning for each correction, and if the text is not a VIN or not plausible
     */
    static VinField toField(Reading reading, String path, List<Warning> warnings) {
        if (reading.isEmpty()) {
            return VinField.withoutValue(reading);
        }
        Optional<VinReading> parsed = parse(reading);
        if (parsed.isEmpty()) {
            warnings.add(Warning.of(WarningCode.NOT_UNDERSTOOD, path));
            return VinField.withoutValue(reading);
        }
        VinField field = VinField.of(parsed.get().vin, parsed.get().corrections, reading);
        if (parsed.get().hasDroppedPrefix) {
            warnings.add(Warning.of(WarningCode.VIN_PREFIX_DROPPED, path));
        }
        if (!field.corrections().isEmpty()) {
            warnings.add(Warning.of(WarningCode.VIN_CHARACTER_MAPPED, path));
        }
        if (field.checkDigit().verdict() == CheckDigit.Verdict.INVALID) {
            warnings.add(Warning.of(WarningCode.VIN_CHECK_DIGIT, path));
        }
        if (!parsed.get().vin.isPlausible()) {
            warnings.add(Warning.of(WarningCode.VIN_IMPLAUSIBLE, path));
        }
        return field;
    }

    /** Returns the reading with the most plausible VIN, the first one of several; empty if no reading is a VIN. */
    static Optional<Reading> mostPlausible(List<Reading> readings) {
        Reading mostPlausible = null;
        VinReading best = null;
        for (Reading reading : readings) {
            VinReading candidate = parse(reading).orElse(null);
            if (candidate != null && (best == null || BY_PLAUSIBILITY.compare(candidate, best) > 0)) {
                mostPlausible = reading;
                best = candidate;
            }
        }
        return Optional.ofNullable(mostPlausible);
    }

    private static Optional<VinReading> parse(Reading reading) {
        if (reading.isEmpty()) {
            return Optional.empty();
        }
        String characters = characters(reading.text());
        return characters.length() == Vin.LENGTH + 1 && characters.startsWith(IMPORT_MARK) ? parseAfterImportMark(characters)
                : parse(characters, false);
    }

    /**
     * Parses the text of a bar code on a vehicle that was imported to the USA. It has an I in front of the VIN. Such a VIN has
     * the check digit that the USA requires. The I is kept if it may be a misread 1 at the beginning of the VIN.
     */
    private static Optional<VinReading> parseAfterImportMark(String characters) {
        boolean isVinWithMark = parse(characters.substring(0, Vin.LENGTH), false)
                .filter(candidate -> candidate.vin.hasMatchingCheckDigit()).isPresent();
        return parse(characters.substring(1), true)
                .filter(candidate -> candidate.vin.hasMatchingCheckDigit() && !isVinWithMark);
    }

    private static Optional<VinReading> parse(String characters, boolean hasDroppedPrefix) {
        if (characters.length() != Vin.LENGTH) {
            return Optional.empty();
        }
        List<Correction> corrections = new ArrayList<>();
        String corrected = replaceForbiddenLetters(characters, corrections);
        return Vin.isWellFormed(corrected) ? Optional.of(new VinReading(new Vin(corrected), corrections, hasDroppedPrefix))
                : Optional.empty();
    }

    /**
     * Returns the VIN's characters as capitals, without separators, labels and surrounding marks such as asterisks. Other
     * characters between them are kept: they may stand for a character that the provider could not read.
     */
    private static String characters(String text) {
        String code = PlainText.toCode(text);
        String afterLabel = trim(code.substring(code.indexOf(':') + 1));
        return afterLabel.length() == Vin.LENGTH ? afterLabel : trim(code);
    }

    /** Removes separators everywhere, and other characters than digits and capitals at both ends. */
    private static String trim(String text) {
        String code = PlainText.remove(SEPARATORS, text);
        int from = 0;
        int to = code.length();
        while (from < to && !isDigitOrCapital(code.charAt(from))) {
            from++;
        }
        while (to > from && !isDigitOrCapital(code.charAt(to - 1))) {
            to--;
        }
        return code.substring(from, to);
    }

    private static boolean isDigitOrCapital(char character) {
        return character >= '0' && character <= '9' || character >= 'A' && character <= 'Z';
    }

    /** Replaces I, O and Q, which a VIN cannot contain, by the digits that look like them. */
    private static String replaceForbiddenLetters(String characters, List<Correction> corrections) {
        char[] corrected = characters.toCharArray();
        for (int i = 0; i < corrected.length; i++) {
            char original = corrected[i];
            corrected[i] = switch (original) {
                case 'I' -> '1';
                case 'O', 'Q' -> '0';
                default -> original;
            };
            if (corrected[i] != original) {
                corrections.add(new Correction(i + 1, String.valueOf(original), String.valueOf(corrected[i])));
            }
        }
        return new String(corrected);
    }
}
