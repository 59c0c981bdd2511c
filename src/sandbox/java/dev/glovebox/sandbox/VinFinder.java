package dev.glovebox.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The line that is a VIN: 17 characters of its alphabet, the surest where there are several. */
final class VinFinder {

    private static final Pattern VIN = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

    private VinFinder() {
    }

    static String find(List<TextLine> lines) {
        return lines.stream().sorted(Comparator.comparingDouble(TextLine::confidence).reversed()).map(VinFinder::characters)
                .filter(text -> VIN.matcher(text).matches()).findFirst()
                .orElseThrow(() -> new Refusal(400, "AIS.0104", "The image is not supported or its quality is poor"));
    }

    private static String characters(TextLine line) {
        return line.text().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
