package dev.glovebox.document;

import java.util.List;

/** Normalizes plate numbers to half-width capitals without separators, so that callers can compare them with a register. */
final class PlateNumber {

    /** The dot between office and serial, in all the ways in which providers write it. A colon is a misread dot. */
    private static final String SEPARATORS = "·•・･∙⋅●‧.:-";
    /** Length of the part before the separator: the province and the office, or two letters of an office. */
    private static final int OFFICE_LENGTH = 2;
    private static final String ARMED_POLICE = "WJ";

    private PlateNumber() {
    }

    /**
     * Returns the normalized number. Removes separators before the serial only: inside the serial, such a character may stand
     * for one that the provider did not recognize.
     *
     * @param reading the provider's reading of the plate
     * @return the number; null if the reading is empty
     */
    static String normalize(Reading reading) {
        if (reading.isEmpty()) {
            return null;
        }
        String code = PlainText.toCode(reading.text());
        StringBuilder number = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            boolean isBeforeSerial = number.length() <= OFFICE_LENGTH
                    || number.length() == OFFICE_LENGTH + 1 && number.indexOf(ARMED_POLICE) == 0;
            if (!isBeforeSerial || SEPARATORS.indexOf(code.charAt(i)) < 0) {
                number.append(code.charAt(i));
            }
        }
        return number.isEmpty() ? null : number.toString();
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
