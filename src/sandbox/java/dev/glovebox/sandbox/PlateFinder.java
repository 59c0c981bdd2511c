package dev.glovebox.sandbox;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds licence plates and their background colours. */
final class PlateFinder {

    private static final Pattern PLATE = Pattern.compile(
            "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z][A-Z0-9]{4,5}[A-Z0-9挂学警港澳领]|[0-9]{6}使|使[0-9]{6}");

    private PlateFinder() {
    }

    /**
     * A plate in an image.
     *
     * @param number the number in capital letters, without separators
     * @param color the background colour, as {@link GroundColor} names it
     * @param line the line of the number
     */
    record Plate(String number, String color, TextLine line) {
    }

    static List<Plate> find(List<TextLine> lines, ImageFile image) {
        List<Plate> plates = new ArrayList<>();
        BufferedImage pixels = null;
        for (TextLine line : lines) {
            String number = line.text().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9\\u4e00-\\u9fff]", "");
            if (PLATE.matcher(number).matches()) {
                pixels = pixels == null ? image.pixels() : pixels;
                plates.add(new Plate(number, GroundColor.of(pixels, line), line));
            }
        }
        return plates;
    }
}
