package dev.glovebox.sandbox;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Limits the calls of each operation within one second of the clock. Thread-safe. */
final class CallRate {

    private final int callsPerSecond;
    private final InstantSource clock;
    private final Map<String, Integer> callsInSecond = new HashMap<>();
    private long second;

    CallRate(int callsPerSecond, InstantSource clock) {
        this.callsPerSecond = callsPerSecond;
        this.clock = clock;
    }

    /** Counts a call. Returns false if it exceeds the limit. */
    synchronized boolean acquire(String operation) {
        long now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            callsInSecond.clear();
        }
        return callsInSecond.merge(operation, 1, Integer::sum) <= callsPerSecond;
    }
}
