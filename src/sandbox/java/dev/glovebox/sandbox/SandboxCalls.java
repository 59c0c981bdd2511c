package dev.glovebox.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls of each operation, including the refused ones. Thread-safe. */
public final class SandboxCalls {

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    void record(String operation) {
        counts.computeIfAbsent(operation, name -> new AtomicInteger()).incrementAndGet();
    }

    /** Returns the number of calls of that operation. */
    public int countOf(String operation) {
        AtomicInteger count = counts.get(operation);
        return count == null ? 0 : count.get();
    }

    /** Returns the number of all calls. */
    public int total() {
        return counts.values().stream().mapToInt(AtomicInteger::get).sum();
    }
}
