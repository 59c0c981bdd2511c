package dev.glovebox.upload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.async.SharedUni;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import io.smallrye.mutiny.Uni;

/**
 * The answers of this instance that are not stored yet. A delivery that finds the claim of such an answer writes the answer,
 * and
 * calls no provider.
 *
 * <p>
 * Thread-safe. Holds at most {@value #MAX_BYTES} bytes of answers, and drops the oldest beyond. Simultaneous callers share one
 * write, which goes on if they cancel.
 */
@ApplicationScoped
class UnwrittenAnswers {

    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private record Entry(int bytes, Uni<UploadOutcome> write) {
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int bytes;

    /**
     * Writes an answer, and holds it until it is stored.
     *
     * @param claim the id of its claim
     * @param length the size of the answer in bytes
     * @param write writes the answer; may be subscribed to again after a failure
     * @return fails as the write fails
     */
    Uni<UploadOutcome> write(String claim, int length, Uni<UploadOutcome> write) {
        Uni<UploadOutcome> shared = SharedUni.of(write.onItemOrFailure().invoke((written, failure) -> {
            remove(claim);
            if (FailureException.hasCode(failure, FailureCode.STORAGE_FAILURE)) {
                write(claim, length, write);
            }
        }));
        put(claim, new Entry(length, shared));
        return shared;
    }

    /** Returns the write of the answer to a claim, or empty if this instance has none; the id may be null. */
    synchronized Optional<Uni<UploadOutcome>> find(String claim) {
        return claim == null ? Optional.empty() : Optional.ofNullable(entries.get(claim)).map(Entry::write);
    }

    private synchronized void put(String claim, Entry entry) {
        entries.put(claim, entry);
        bytes += entry.bytes();
        while (bytes > MAX_BYTES && entries.size() > 1) {
            remove(entries.keySet().iterator().next());
        }
    }

    private synchronized void remove(String claim) {
        Entry removed = entries.remove(claim);
        bytes -= removed == null ? 0 : removed.bytes();
    }
}
