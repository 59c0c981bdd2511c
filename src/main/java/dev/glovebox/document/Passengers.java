package dev.glovebox.document;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Approved passengers (核定载人数), the driver among them: {@code 5人}, or a sum as lorries have it, {@code 2+3人}, of at most five.
 */
final class Passengers {

    private static final Pattern PRINTED = Pattern.compile("\\d{1,3}(?:\\+\\d{1,3}){0,4}人?");

    private Passengers() {
    }

    /** The number, a sum added up; empty for anything else. */
    static Optional<Integer> count(String text) {
        String printed = PlainText.code(text);
        if (!PRINTED.matcher(printed).matches()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(printed.replace("人", "").split("\\+")).mapToInt(Integer::parseInt).sum());
    }
}
