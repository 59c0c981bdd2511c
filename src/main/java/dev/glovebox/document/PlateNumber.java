package dev.glovebox.document;

/** The one form of a plate's number: capitals, plain width, no separators, as plates of a register are compared. */
final class PlateNumber {

    /** What stands between the office and the serial, as plates have it and as providers write it; colons are misread dots. */
    private static final String SEPARATORS = "·•・∙⋅●‧.:-_'|";

    private PlateNumber() {
    }

    /** The folded number; null where nothing was read. */
    static String fold(Reading reading) {
        if (reading.isEmpty()) {
            return null;
        }
        String number = PlainText.without(SEPARATORS, PlainText.code(reading.text()));
        return number.isEmpty() ? null : number;
    }

    static Field<String> field(Reading reading) {
        return Field.of(fold(reading), reading);
    }
}
