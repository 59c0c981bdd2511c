package dev.glovebox.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The line that is a VIN: 17 characters of its alphabet, the surest where there are several. */
final class VinFinder {

    private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

    private VinFinder() {
    }

    static Optional<TextLine> find(List<TextLine> lines) {
        return lines.stream().sorted(Comparator.comparingDouble(TextLine::confidence).reversed())
                .filter(line -> VIN.matcher(characters(line)).matches()).findFirst();
    }

    /** What such a line says, without what stands around and between. */
    static String characters(TextLine line) {
        return line.text().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
