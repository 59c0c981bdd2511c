package dev.glovebox.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A provider's words as a VIN: what may be mended without doubt is, and said; the rest is left for a person.
 *
 * @param vin the number
 * @param corrections the characters that no VIN holds, and what stands for them
 * @param withoutMark whether an import mark was dropped before it
 */
record VinReading(Vin vin, List<Correction> corrections, boolean withoutMark) {

    /** What stands between the characters of a printed or stamped VIN, and is none of them. */
    private static final String SEPARATORS = "-·•・.:,";

    /** Of several texts of that length the one that is most surely a VIN, the first of equals. */
    private static final Comparator<VinReading> SUREST = Comparator
            .comparing((VinReading read) -> read.vin.isDigitRight()).thenComparing(read -> read.vin.isPlausible())
            .thenComparing(read -> read.vin.endsInDigits()).thenComparing(read -> read.corrections.isEmpty());

    /**
     * The field of a reading.
     *
     * @param path the field's path, for warnings
     * @param warnings gets a warning for whatever was mended, not understood or cannot be
     */
    static VinField read(Reading reading, String path, List<Warning> warnings) {
        if (reading.isEmpty()) {
            return VinField.notRead(reading);
        }
        Optional<VinReading> read = of(reading);
        if (read.isEmpty()) {
            warnings.add(Warning.of(WarningCode.NOT_UNDERSTOOD, path));
            return VinField.notRead(reading);
        }
        VinField field = VinField.of(read.get().vin, read.get().corrections, reading);
        if (read.get().withoutMark) {
            warnings.add(Warning.of(WarningCode.VIN_PREFIX_DROPPED, path));
        }
        if (!field.corrections().isEmpty()) {
            warnings.add(Warning.of(WarningCode.VIN_CHARACTER_MAPPED, path));
        }
        if (field.checkDigit().verdict() == CheckDigit.Verdict.INVALID) {
            warnings.add(Warning.of(WarningCode.VIN_CHECK_DIGIT, path));
        }
        if (!read.get().vin.isPlausible()) {
            warnings.add(Warning.of(WarningCode.VIN_IMPLAUSIBLE, path));
        }
        return field;
    }

    /** The reading that holds a VIN, the most plausible of several; empty where none does. */
    static Optional<Reading> surest(List<Reading> readings) {
        Reading surest = null;
        VinReading best = null;
        for (Reading reading : readings) {
            VinReading read = of(reading).orElse(null);
            if (read != null && (best == null || SUREST.compare(read, best) > 0)) {
                surest = reading;
                best = read;
            }
        }
        return Optional.ofNullable(surest);
    }

    private static Optional<VinReading> of(Reading reading) {
        if (reading.isEmpty()) {
            return Optional.empty();
        }
        String characters = characters(reading.text());
        return characters.length() == Vin.LENGTH + 1 && characters.startsWith("I") ? afterMark(characters)
                : whole(characters, false);
    }

    /**
     * The bar code of vehicles imported to the USA has an I in front, and their VINs have the digit that is prescribed
     * there. An I that may as well be the VIN's own 1 is no such mark.
     */
    private static Optional<VinReading> afterMark(String characters) {
        boolean ownFirst = whole(characters.substring(0, Vin.LENGTH), false).filter(read -> read.vin.isDigitRight())
                .isPresent();
        return whole(characters.substring(1), true).filter(read -> read.vin.isDigitRight() && !ownFirst);
    }

    private static Optional<VinReading> whole(String characters, boolean withoutMark) {
        List<Correction> corrections = new ArrayList<>();
        String mapped = mapped(characters, corrections);
        return Vin.isWellFormed(mapped) ? Optional.of(new VinReading(new Vin(mapped), corrections, withoutMark))
                : Optional.empty();
    }

    /**
     * Capitals without separators, and without whatever stands around the number: stars, a label. What stands inside and is no
     * separator stays: it may be a character that the provider could not read.
     */
    private static String characters(String text) {
        String code = PlainText.code(text);
        String afterLabel = trimmed(code.substring(code.indexOf(':') + 1));
        return afterLabel.length() == Vin.LENGTH ? afterLabel : trimmed(code);
    }

    private static String trimmed(String text) {
        String code = PlainText.without(SEPARATORS, text);
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

    private static String mapped(String characters, List<Correction> corrections) {
        char[] mapped = characters.toCharArray();
        for (int i = 0; i < mapped.length; i++) {
            char read = mapped[i];
            mapped[i] = switch (read) {
                case 'I' -> '1';
                case 'O', 'Q' -> '0';
                default -> read;
            };
            if (mapped[i] != read) {
                corrections.add(new Correction(i + 1, String.valueOf(read), String.valueOf(mapped[i])));
            }
        }
        return new String(mapped);
    }
}
