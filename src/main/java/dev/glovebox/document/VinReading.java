package dev.glovebox.document;

import java.util.ArrayList;
import java.util.List;

/** A provider's words to a VIN: what may be mended without doubt is, and said; the rest is left for a person. */
final class VinReading {

    /** What stands between the characters of a printed or stamped VIN, and is none of them. */
    private static final String SEPARATORS = "-·•・.:,";

    private VinReading() {
    }

    /**
     * @param path the field's path, for warnings
     * @param warnings gets a warning for whatever was mended or not understood
     */
    static VinField read(Reading reading, String path, List<Warning> warnings) {
        if (reading.isEmpty()) {
            return VinField.notRead(reading);
        }
        String whole = characters(reading);
        String characters = withoutImportMark(whole);
        List<Correction> corrections = new ArrayList<>();
        String mapped = mapped(characters, corrections);
        if (!Vin.isWellFormed(mapped)) {
            warnings.add(Warning.of(WarningCode.NOT_UNDERSTOOD, path));
            return VinField.notRead(reading);
        }
        if (!characters.equals(whole)) {
            warnings.add(Warning.of(WarningCode.VIN_PREFIX_DROPPED, path));
        }
        if (!corrections.isEmpty()) {
            warnings.add(Warning.of(WarningCode.VIN_CHARACTER_MAPPED, path));
        }
        VinField field = VinField.of(new Vin(mapped), corrections, reading);
        if (field.checkDigit().verdict() == CheckDigit.Verdict.INVALID) {
            warnings.add(Warning.of(WarningCode.VIN_CHECK_DIGIT, path));
        }
        return field;
    }

    /** True where a VIN can be made of it. */
    static boolean holdsVin(Reading reading) {
        return !reading.isEmpty() && Vin.isWellFormed(mapped(withoutImportMark(characters(reading)), new ArrayList<>()));
    }

    /**
     * Capitals without separators, and without whatever stands around the number: stars, a label's characters. What stands
     * inside and is no separator stays: it may be a character that the provider could not read.
     */
    private static String characters(Reading reading) {
        String code = PlainText.without(SEPARATORS, PlainText.code(reading.text()));
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

    /** The bar code of vehicles imported to the USA has an I in front. */
    private static String withoutImportMark(String characters) {
        return characters.length() == Vin.LENGTH + 1 && characters.startsWith("I") ? characters.substring(1) : characters;
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
