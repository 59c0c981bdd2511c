package dev.glovebox.document;

import java.util.List;

/** Normalizes plate numbers to half-width capitals without separators, so that callers can compare them with a register. */
final class PlateNumber {

    private PlateNumber() {
    }

    /**
     * Returns the normalized number. {@link PlateGrammar#removeSeparators} decides which separators stand for a character that
     * the provider did not recognize. The number keeps these.
     *
     * @param reading the provider's reading of the plate
     * @return the number; null if the reading is empty
     */
    static String normalize(Reading reading) {
        if (reading.isEmpty()) {
            return null;
        }
        String number = PlateGrammar.removeSeparators(PlainText.toCode(reading.text()));
        return number.isEmpty() ? null : number;
    }

    /**
     * Returns the field of a plate number.
     *
     * @param path the path of the field, for warnings
     * @param warnings receives a warning if the number has no known format
     */
    static Field<String> field(Reading reading, String path, List<Warning> warnings) {
        String number = normalize(reading);
        if (number != null && PlateFormat.of(number) == PlateFormat.OTHER) {
            warnings.add(Warning.of(WarningCode.PLATE_FORMAT, path));
        }
        return Field.of(number, reading);
    }
}
