package dev.glovebox.provider;

import dev.glovebox.document.Document;
import dev.glovebox.document.NormalizedDocument;

/**
 * A provider's answer as a neutral document.
 *
 * @param normalized the document and its warnings
 * @param requestId the provider's own id of the answer; null if it gave none
 * @param raw the provider's answer as parsed JSON
 */
public record Recognition(NormalizedDocument<? extends Document> normalized, String requestId, Object raw) {

    /** Returns the id without the document and the answer. */
    @Override
    public String toString() {
        return "Recognition[" + requestId + "]";
    }
}
