package dev.glovebox.document;

import java.util.Locale;
import java.util.Map;

/**
 * One plate as a provider read it.
 *
 * @param number the number's text, confidence and corners
 * @param color the provider's word for the colour; null where it gives none
 * @param colorValue what that word means; null where it gives none
 */
public record PlateReading(Reading number, String color, PlateColor colorValue) {

    /** 蓝色 is what 蓝 is. */
    private static final String COLOR_SUFFIX = "色";

    /**
     * A plate whose colour the provider names.
     *
     * @param words the provider's words for the colours, in lower case; any other is {@link PlateColor#OTHER}
     */
    public static PlateReading of(Reading number, String color, Map<String, PlateColor> words) {
        if (Reading.of(color).isEmpty()) {
            return new PlateReading(number, color, null);
        }
        String word = color.strip().toLowerCase(Locale.ROOT);
        if (word.endsWith(COLOR_SUFFIX)) {
            word = word.substring(0, word.length() - COLOR_SUFFIX.length());
        }
        return new PlateReading(number, color, words.getOrDefault(word, PlateColor.OTHER));
    }
}
