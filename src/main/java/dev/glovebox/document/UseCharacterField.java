package dev.glovebox.document;

import java.util.Map;

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

    /** The codes of GA 24.3. We had no access to the standard; the table comes from public source code. */
    private static final Map<String, String> CODES = Map.ofEntries(Map.entry("非营运", "A"), Map.entry("公路客运", "B"),
            Map.entry("公交客运", "C"), Map.entry("出租客运", "D"), Map.entry("旅游客运", "E"), Map.entry("货运", "F"),
            Map.entry("租赁", "G"), Map.entry("警用", "H"), Map.entry("消防", "I"), Map.entry("救护", "J"),
            Map.entry("工程救险", "K"), Map.entry("营转非", "L"), Map.entry("出租转非", "M"), Map.entry("教练", "N"),
            Map.entry("幼儿校车", "O"), Map.entry("小学生校车", "P"), Map.entry("初中生校车", "Q"), Map.entry("危化品运输", "R"),
            Map.entry("中小学生校车", "S"), Map.entry("预约出租客运", "T"), Map.entry("预约出租转非", "U"));

    /** Returns the field of a reading. */
    static UseCharacterField of(Reading reading) {
        String value = reading.isEmpty() ? null : PlainText.toCode(reading.text());
        return new UseCharacterField(value, reading.text(), reading.confidence(), reading.box(),
                value == null ? null : CODES.get(value));
    }
}
