package dev.glovebox.document;

import java.math.BigDecimal;

/** Converts confidences of providers. A confidence is a number from 0 (unsure) to 1 (sure). */
public final class Confidence {

    private Confidence() {
    }

    /**
     * Converts a percentage without rounding: 99.46 becomes 0.9946.
     *
     * @param percent usually 0 to 100; other numbers are converted as well
     * @return {@code percent / 100}; NaN if the percentage is infinite or NaN
     */
    public static double ofPercent(double percent) {
        return !Double.isFinite(percent) ? Double.NaN : BigDecimal.valueOf(percent).movePointLeft(2).doubleValue();
    }
}
