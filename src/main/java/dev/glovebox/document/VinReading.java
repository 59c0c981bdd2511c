package dev.glovebox.document;

import java.util.List;

/** A provider's words to a VIN: what may be mended without doubt is, and said; the rest is left for a person. */
final class VinReading {

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
        if (!characters.equals(whole)) {
            warnings.add(new Warning("vin-prefix-dropped", "An import mark I before the VIN was dropped", path));
        }
        String mapped = mapped(characters);
        if (!Vin.isWellFormed(mapped)) {
            warnings.add(Warning.notUnderstood(path));
            return VinField.notRead(reading);
        }
        if (!mapped.equals(characters)) {
            warnings.add(new Warning("vin-character-mapped", "No VIN holds I, O or Q: read as 1, 0 and 0", path));
        }
        VinField field = VinField.of(new Vin(mapped), reading);
        if (field.checkDigit().verdict() == CheckDigit.Verdict.INVALID) {
            warnings.add(new Warning("vin-check-digit", "The check digit does not fit the other characters", path));
        }
        return field;
    }

    /** True where a VIN can be made of it. */
    static boolean holdsVin(Reading reading) {
        return !reading.isEmpty() && Vin.isWellFormed(mapped(withoutImportMark(characters(reading))));
    }

    private static String characters(Reading reading) {
        return WidthFolding.code(reading.text()).replaceAll("[-*·.:,]", "");
    }

    /** The bar code of vehicles imported to the USA has an I in front. */
    private static String withoutImportMark(String characters) {
        return characters.length() == Vin.LENGTH + 1 && characters.startsWith("I") ? characters.substring(1) : characters;
    }

    private static String mapped(String characters) {
        return characters.replace('I', '1').replace('O', '0').replace('Q', '0');
    }
}
