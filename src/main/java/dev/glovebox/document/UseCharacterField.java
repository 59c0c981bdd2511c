package dev.glovebox.document;

/**
 * The use of a vehicle (使用性质), for example as a taxi.
 *
 * @param value the printed text without blanks; null if nothing was read
 * @param text the text as the provider read it; null if the provider read nothing
 * @param confidence the provider's confidence from 0 to 1; null if the provider gives none
 * @param box the position of the text in the image; null if the provider gives none
 * @param code the letter of GA 24.3, such as A for 非营运; null if GA 24.3 does not list the text
 */
public record UseCharacterField(String value, String text, Double confidence, Box box, String code) implements DocumentField {

    /** The codes of GA 24.3 by official name. Several names can have one code. */
    private static final DataTable CODES = DataTable.load("use-characters.tsv");

    /** Returns the field of a reading. */
    static UseCharacterField of(Reading reading) {
        String value = reading.isEmpty() ? null : PlainText.toCode(reading.text());
        return new UseCharacterField(value, reading.text(), reading.confidence(), reading.box(),
                value == null ? null : CODES.find(value).orElse(null));
    }
}
