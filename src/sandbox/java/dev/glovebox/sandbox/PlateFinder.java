package dev.glovebox.sandbox;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The lines that are licence plates, with the colour of the ground that they stand on. */
final class PlateFinder {

    private static final Pattern PLATE = Pattern.compile(
            "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳领]|[0-9]{6}使|使[0-9]{6}");

    private PlateFinder() {
    }

    /**
     * A plate.
     *
     * @param color as {@link GroundColor} names it
     * @param line where it stands, and how sure that is
     */
    record SeenPlate(String number, String color, TextLine line) {
    }

    static List<SeenPlate> find(List<TextLine> lines, SeenImage image) {
        List<SeenPlate> plates = new ArrayList<>();
        BufferedImage pixels = null;
        for (TextLine line : lines) {
            String number = line.text().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9\\u4e00-\\u9fff]", "");
            if (PLATE.matcher(number).matches()) {
                pixels = pixels == null ? image.pixels() : pixels;
                plates.add(new SeenPlate(number, GroundColor.of(pixels, line), line));
            }
        }
        return plates;
    }
}
