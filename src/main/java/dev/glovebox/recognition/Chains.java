package dev.glovebox.recognition;

import java.util.List;

import dev.glovebox.document.DocumentType;
import dev.glovebox.provider.OcrProvider;

/** The provider chains of the documents. Implementations are thread-safe. */
public interface Chains {

    /** Returns the providers of a document in the order in which they are called. Never empty; each reads that document. */
    List<OcrProvider> chain(DocumentType type);
}
