package dev.glovebox.sandbox;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the issuing authority's seal: the lines with red ink, from top to bottom. */
final class RedSeal {

    /** The share of a line's inked pixels above which the line is red. */
    private static final double MIN_RED_SHARE = 0.5;

    private RedSeal() {
    }

    static String text(List<TextLine> lines, BufferedImage pixels) {
        return lines.stream().filter(line -> isRed(line, pixels)).sorted(Comparator.comparingInt(TextLine::top))
                .map(TextLine::text).collect(Collectors.joining());
    }

    private static boolean isRed(TextLine line, BufferedImage pixels) {
        int inked = 0;
        int reds = 0;
        for (int y = Math.max(0, line.top()); y < Math.min(pixels.getHeight(), line.bottom()); y++) {
            for (int x = Math.max(0, line.left()); x < Math.min(pixels.getWidth(), line.right()); x++) {
                int rgb = pixels.getRGB(x, y);
                int red = rgb >> 16 & 0xFF;
                int other = Math.max(rgb >> 8 & 0xFF, rgb & 0xFF);
                if (other < 150) {
                    inked++;
                    reds += red - other > 50 ? 1 : 0;
                }
            }
        }
        return inked > 0 && reds > inked * MIN_RED_SHARE;
    }
}
