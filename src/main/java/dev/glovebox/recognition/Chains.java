package dev.glovebox.recognition;

import java.util.List;

import dev.glovebox.document.DocumentType;
import dev.glovebox.provider.OcrProvider;

/** The providers to ask for a document, in order. */
public interface Chains {

    /** Never empty; each reads that document. */
    List<OcrProvider> chain(DocumentType type);
}
