package dev.glovebox.bench;

import java.util.Arrays;

/** Repeated measurements of one duration. */
final class Times {

    private final long[] sorted;

    /** @param nanos the durations in nanoseconds */
    Times(long... nanos) {
        sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** Returns the percentile in milliseconds. */
    double percentile(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    String millis(int percent) {
        return "%.2f ms".formatted(percentile(percent));
    }
}
