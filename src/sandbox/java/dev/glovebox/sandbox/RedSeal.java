package dev.glovebox.sandbox;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the text of the issuing authority's seal, which is printed in red. */
final class RedSeal {

    /** A pixel has ink if its green and its blue are below this value. */
    private static final int MAX_GREEN_AND_BLUE_OF_INK = 150;
    /** Ink is red if its red exceeds its green and its blue by more than this value. */
    private static final int RED_EXCESS = 50;
    /** A line is red if more than this share of its ink is red. */
    private static final double RED_SHARE = 0.5;

    private RedSeal() {
    }

    /** Returns the red lines from top to bottom, without separators. */
    static String text(List<TextLine> lines, BufferedImage pixels) {
        return lines.stream().filter(line -> isRed(line, pixels)).sorted(Comparator.comparingInt(TextLine::top))
                .map(TextLine::text).collect(Collectors.joining());
    }

    private static boolean isRed(TextLine line, BufferedImage pixels) {
        int ink = 0;
        int redInk = 0;
        for (int y = Math.max(0, line.top()); y < Math.min(pixels.getHeight(), line.bottom()); y++) {
            for (int x = Math.max(0, line.left()); x < Math.min(pixels.getWidth(), line.right()); x++) {
                int rgb = pixels.getRGB(x, y);
                int red = rgb >> 16 & 0xFF;
                int greenOrBlue = Math.max(rgb >> 8 & 0xFF, rgb & 0xFF);
                if (greenOrBlue < MAX_GREEN_AND_BLUE_OF_INK) {
                    ink++;
                    redInk += red - greenOrBlue > RED_EXCESS ? 1 : 0;
                }
            }
        }
        return ink > 0 && redInk > ink * RED_SHARE;
    }
}
