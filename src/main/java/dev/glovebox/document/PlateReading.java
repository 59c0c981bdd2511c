package dev.glovebox.document;

import java.util.Locale;
import java.util.Map;

/**
 * One plate as a provider read it.
 *
 * @param number the text of the number, its confidence and the corners of the plate
 * @param colorText the provider's word for the colour; null if it gives none
 * @param color the meaning of that word; null if the provider gives none
 */
public record PlateReading(Reading number, String colorText, PlateColor color) {

    /** The word for colour. Both 蓝色 and 蓝 mean blue. */
    private static final String COLOR_SUFFIX = "色";

    /**
     * Returns the reading of a plate whose colour the provider names.
     *
     * @param number the text of the number, its confidence and the corners of the plate
     * @param colorText the provider's word for the colour; null if it gives none
     * @param words the meanings of the provider's words in lower case; any other word means {@link PlateColor#OTHER}
     */
    public static PlateReading of(Reading number, String colorText, Map<String, PlateColor> words) {
        if (Reading.of(colorText).isEmpty()) {
            return new PlateReading(number, colorText, null);
        }
        String word = colorText.strip().toLowerCase(Locale.ROOT);
        if (word.endsWith(COLOR_SUFFIX)) {
            word = word.substring(0, word.length() - COLOR_SUFFIX.length());
        }
        return new PlateReading(number, colorText, words.getOrDefault(word, PlateColor.OTHER));
    }
}
