package dev.glovebox.document;

import java.util.List;

/** The one form of a plate's number: capitals, plain width, no separators, as plates of a register are compared. */
final class PlateNumber {

    /** What stands between the office and the serial, as plates have it and as providers write it; colons are misread dots. */
    private static final String SEPARATORS = "·•・･∙⋅●‧.:-";
    /** Characters before the separator: the province and the office, or the office's letters alone. */
    private static final int OFFICE = 2;
    private static final String ARMED_POLICE = "WJ";

    private PlateNumber() {
    }

    /**
     * The folded number; null where nothing was read. What stands elsewhere may be a character that was not recognised: it
     * stays.
     */
    static String fold(Reading reading) {
        if (reading.isEmpty()) {
            return null;
        }
        String code = PlainText.code(reading.text());
        StringBuilder number = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            boolean beforeSerial = number.length() <= OFFICE
                    || number.length() == OFFICE + 1 && number.indexOf(ARMED_POLICE) == 0;
            if (!beforeSerial || SEPARATORS.indexOf(code.charAt(i)) < 0) {
                number.append(code.charAt(i));
            }
        }
        return number.isEmpty() ? null : number.toString();
    }

    /** @param warnings gets a warning where the number is of no known format */
    static Field<String> field(Reading reading, String path, List<Warning> warnings) {
        String number = fold(reading);
        if (number != null && PlateFormat.of(number) == PlateFormat.OTHER) {
            warnings.add(Warning.of(WarningCode.PLATE_FORMAT, path));
        }
        return Field.of(number, reading);
    }
}
