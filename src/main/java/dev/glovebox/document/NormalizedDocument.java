package dev.glovebox.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A document with typed values, and the warnings about it.
 *
 * @param document the document; never null, but it may be empty
 * @param warnings the warnings; never null
 */
public record NormalizedDocument<D extends Document>(D document, List<Warning> warnings) {

    public NormalizedDocument {
        warnings = List.copyOf(warnings);
    }

    /** Returns the same document with one more warning, for example a warning of the provider. */
    public NormalizedDocument<D> with(Warning warning) {
        List<Warning> extended = new ArrayList<>(warnings);
        extended.add(warning);
        return new NormalizedDocument<>(document, extended);
    }
}
