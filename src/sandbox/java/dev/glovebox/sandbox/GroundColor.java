package dev.glovebox.sandbox;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Finds the background colour of a plate. */
final class GroundColor {

    /** The least saturation of a coloured pixel. */
    private static final double MIN_SATURATION = 0.18;
    /** The least saturation of a coloured pixel that is dark: the hue of other dark pixels is noise. */
    private static final double MIN_DARK_SATURATION = 0.5;
    /** The least share of the area that has the background colour, even under large letters or if it fades to white. */
    private static final double MIN_SHARE = 0.25;

    private GroundColor() {
    }

    /** Returns blue, green, yellow, yellow_green, white or black. */
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
                if (hsb[2] < 0.1 || hsb[2] < 0.25 && hsb[1] < MIN_DARK_SATURATION) {
                    black++;
                } else if (hsb[1] < MIN_SATURATION) {
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
        if (green / all > MIN_SHARE) {
            return yellow / all > MIN_SHARE / 2 ? "yellow_green" : "green";
        }
        if (blue / all > MIN_SHARE) {
            return "blue";
        }
        if (yellow / all > MIN_SHARE) {
            return "yellow";
        }
        return white >= black ? "white" : "black";
    }
}
