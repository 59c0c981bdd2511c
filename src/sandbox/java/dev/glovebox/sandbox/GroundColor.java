package dev.glovebox.sandbox;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** The colour that most of a plate's area has, letters apart. */
final class GroundColor {

    /** Below it a pixel has no colour of its own. */
    private static final double COLORFUL = 0.18;
    /** A dark pixel's hue is noise, unless it is strong: a blue plate in the shade is blue. */
    private static final double COLORFUL_IN_SHADE = 0.5;
    /** The share of an area that a ground has at least, even under large letters or where it fades to white. */
    private static final double GROUND = 0.25;

    private GroundColor() {
    }

    static String of(BufferedImage pixels, TextLine line) {
        int left = Math.max(0, line.left());
        int right = Math.min(pixels.getWidth(), line.right());
        int top = Math.max(0, line.top());
        int bottom = Math.min(pixels.getHeight(), line.bottom());
        int blue = 0;
        int green = 0;
        int yellow = 0;
        int white = 0;
        int black = 0;
        float[] hsb = new float[3];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int rgb = pixels.getRGB(x, y);
                Color.RGBtoHSB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, hsb);
                double degrees = hsb[0] * 360;
                if (hsb[2] < 0.1 || hsb[2] < 0.25 && hsb[1] < COLORFUL_IN_SHADE) {
                    black++;
                } else if (hsb[1] < COLORFUL) {
                    white += hsb[2] > 0.5 ? 1 : 0;
                } else if (degrees >= 20 && degrees < 75) {
                    yellow++;
                } else if (degrees >= 75 && degrees < 185) {
                    green++;
                } else if (degrees >= 185 && degrees < 270) {
                    blue++;
                }
            }
        }
        double all = Math.max(1, (right - left) * (bottom - top));
        if (green / all > GROUND) {
            return yellow / all > GROUND / 2 ? "yellow_green" : "green";
        }
        if (blue / all > GROUND) {
            return "blue";
        }
        if (yellow / all > GROUND) {
            return "yellow";
        }
        return white >= black ? "white" : "black";
    }
}
