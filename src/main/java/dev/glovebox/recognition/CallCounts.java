package dev.glovebox.recognition;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.document.Attempt;
import dev.glovebox.document.DocumentType;

/** What was asked of providers since the start, ready for a meter: counters only rise. */
@ApplicationScoped
public class CallCounts {

    /**
     * Calls to a provider, charged for or not.
     *
     * @param provider who was called
     * @param type for which document
     * @param outcome {@link Attempt#SUCCEEDED}, or the code of the failure
     */
    public record Calls(String provider, DocumentType type, String outcome) {
    }

    /**
     * Images that one provider left to the next.
     *
     * @param from who did not read it
     * @param to who was asked after that
     * @param type for which document
     * @param code why: the code of the failure
     */
    public record Failovers(String from, String to, DocumentType type, String code) {
    }

    private final Map<Calls, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<Failovers, LongAdder> failovers = new ConcurrentHashMap<>();

    void called(DocumentType type, Attempt attempt) {
        increment(calls, new Calls(attempt.provider(), type, attempt.outcome()));
    }

    void movedOn(Failovers failover) {
        increment(failovers, failover);
    }

    /** Every call so far, by provider, document and outcome; failures by code are those whose outcome is one. */
    public Map<Calls, Long> calls() {
        return snapshot(calls);
    }

    /** Every failover so far. */
    public Map<Failovers, Long> failovers() {
        return snapshot(failovers);
    }

    private static <K> void increment(Map<K, LongAdder> counts, K key) {
        counts.computeIfAbsent(key, first -> new LongAdder()).increment();
    }

    private static <K> Map<K, Long> snapshot(Map<K, LongAdder> counts) {
        Map<K, Long> snapshot = new ConcurrentHashMap<>();
        counts.forEach((key, count) -> snapshot.put(key, count.sum()));
        return Map.copyOf(snapshot);
    }
}
