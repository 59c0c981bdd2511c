package dev.glovebox.document;

import java.util.List;

/**
 * A document and the doubts that its rules had.
 *
 * @param document never null; may be empty
 * @param warnings never null
 */
public record Normalized<D extends Document>(D document, List<Warning> warnings) {

    public Normalized {
        warnings = List.copyOf(warnings);
    }
}
