package dev.glovebox.provider;

import java.util.List;

import dev.glovebox.document.Attempt;
import dev.glovebox.document.Document;
import dev.glovebox.document.NormalizedDocument;

/**
 * A provider's answer as a neutral document.
 *
 * @param normalized the document and its warnings
 * @param requestId the provider's own id of the answer; null if it gave none
 * @param raw the provider's answer as parsed JSON
 * @param earlierCalls the calls before the one that ended the recognition; usually none
 */
public record Recognition(NormalizedDocument<? extends Document> normalized, String requestId, Object raw,
        List<Attempt> earlierCalls) {

    /** Creates a recognition of one call. */
    public Recognition(NormalizedDocument<? extends Document> normalized, String requestId, Object raw) {
        this(normalized, requestId, raw, List.of());
    }

    public Recognition {
        earlierCalls = List.copyOf(earlierCalls);
    }

    /** Returns the id without the document and the answer. */
    @Override
    public String toString() {
        return "Recognition[" + requestId + "]";
    }
}
