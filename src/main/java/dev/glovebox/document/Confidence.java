package dev.glovebox.document;

import java.math.BigDecimal;

/** How sure a provider is, 0..1. */
public final class Confidence {

    private Confidence() {
    }

    /** Of 0..100, to the last of its decimals: 99.46 is 0.9946. What is no number stays none. */
    public static double ofPercent(double percent) {
        return !Double.isFinite(percent) ? Double.NaN : BigDecimal.valueOf(percent).movePointLeft(2).doubleValue();
    }
}
