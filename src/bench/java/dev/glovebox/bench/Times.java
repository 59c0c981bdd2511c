package dev.glovebox.bench;

import java.util.Arrays;

/** Durations of the same thing, done again and again. */
final class Times {

    private final long[] sorted;

    /** @param nanos as measured */
    Times(long... nanos) {
        sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** The duration, in milliseconds, that so many percent of them kept. */
    double percentile(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    String millis(int percent) {
        return "%.2f ms".formatted(percentile(percent));
    }
}
