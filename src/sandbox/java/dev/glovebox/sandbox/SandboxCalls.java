package dev.glovebox.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts calls by operation, answered or refused alike: what a bill would be made from. */
public final class SandboxCalls {

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    void count(String operation) {
        counts.computeIfAbsent(operation, name -> new AtomicInteger()).incrementAndGet();
    }

    /** How often that operation was called. */
    public int of(String operation) {
        AtomicInteger count = counts.get(operation);
        return count == null ? 0 : count.get();
    }

    /** How often any was. */
    public int total() {
        return counts.values().stream().mapToInt(AtomicInteger::get).sum();
    }
}
