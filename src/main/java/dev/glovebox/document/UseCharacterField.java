package dev.glovebox.document;

import java.util.Map;

/**
 * What a vehicle is used for (使用性质).
 *
 * @param value the text as printed, without blanks; null where nothing was read
 * @param text the provider's own words; null where nothing was read
 * @param confidence 0..1; null where the provider gives none
 * @param box where it stands; null where the provider does not say
 * @param code the letter of GA 24.3, such as A for 非营运; null where the text is none of its words
 */
public record UseCharacterField(String value, String text, Double confidence, Box box, String code) implements ReadField {

    /** GA 24.3, as public code lists it; the standard's own text was not at hand. */
    private static final Map<String, String> CODES = Map.ofEntries(Map.entry("非营运", "A"), Map.entry("公路客运", "B"),
            Map.entry("公交客运", "C"), Map.entry("出租客运", "D"), Map.entry("旅游客运", "E"), Map.entry("货运", "F"),
            Map.entry("租赁", "G"), Map.entry("警用", "H"), Map.entry("消防", "I"), Map.entry("救护", "J"),
            Map.entry("工程救险", "K"), Map.entry("营转非", "L"), Map.entry("出租转非", "M"), Map.entry("教练", "N"),
            Map.entry("幼儿校车", "O"), Map.entry("小学生校车", "P"), Map.entry("初中生校车", "Q"), Map.entry("危化品运输", "R"),
            Map.entry("中小学生校车", "S"), Map.entry("预约出租客运", "T"), Map.entry("预约出租转非", "U"));

    static UseCharacterField of(Reading reading) {
        String value = reading.isEmpty() ? null : PlainText.code(reading.text());
        return new UseCharacterField(value, reading.text(), reading.confidence(), reading.box(),
                value == null ? null : CODES.get(value));
    }
}
