package dev.glovebox.document;

/** The one form of a plate's number: capitals, plain width, no separators, as plates of a register are compared. */
final class PlateNumber {

    private PlateNumber() {
    }

    /** The folded number; null where nothing was read. */
    static String fold(Reading reading) {
        if (reading.isEmpty()) {
            return null;
        }
        String number = WidthFolding.code(reading.text()).replaceAll("[·•・.:\\-_]", "");
        return number.isEmpty() ? null : number;
    }

    static Field<String> field(Reading reading) {
        return Field.of(fold(reading), reading);
    }
}
