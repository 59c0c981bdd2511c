package dev.glovebox.document;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses the approved number of passengers (核定载人数), which includes the driver. Lorries have a sum of up to five numbers, such
 * as {@code 2+3人}.
 */
final class Passengers {

    private static final Pattern PATTERN = Pattern.compile("\\d{1,3}(?:\\+\\d{1,3}){0,4}人?");

    private Passengers() {
    }

    /**
     * Returns the number of passengers, or the total of a sum.
     *
     * @param text the printed number, such as {@code 5人}; never null
     * @return the number; empty for any other text
     */
    static Optional<Integer> parseCount(String text) {
        String code = PlainText.toCode(text);
        if (!PATTERN.matcher(code).matches()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(code.replace("人", "").split("\\+")).mapToInt(Integer::parseInt).sum());
    }
}
