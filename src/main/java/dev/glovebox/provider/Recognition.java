package dev.glovebox.provider;

import dev.glovebox.document.Document;
import dev.glovebox.document.Normalized;

/**
 * A provider's answer in neutral words.
 *
 * @param normalized the document and the doubts about it
 * @param requestId the provider's own id of the answer; null where it gave none
 * @param raw the provider's answer as parsed JSON
 */
public record Recognition(Normalized<? extends Document> normalized, String requestId, Object raw) {

    /** Neither the document nor what it was made from. */
    @Override
    public String toString() {
        return "Recognition[" + requestId + "]";
    }
}
