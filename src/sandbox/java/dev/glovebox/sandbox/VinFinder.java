package dev.glovebox.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the line that is a VIN: 17 characters of the VIN alphabet. The most confident one of several. */
final class VinFinder {

    private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

    private VinFinder() {
    }

    static Optional<TextLine> find(List<TextLine> lines) {
        return lines.stream().sorted(Comparator.comparingDouble(TextLine::confidence).reversed())
                .filter(line -> VIN.matcher(characters(line)).matches()).findFirst();
    }

    /** Returns the letters and digits of a line, in capitals. */
    static String characters(TextLine line) {
        return line.text().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
