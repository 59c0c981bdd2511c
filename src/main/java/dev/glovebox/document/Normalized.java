package dev.glovebox.document;

import java.util.ArrayList;
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

    /** The same with one doubt more, of whoever read it. */
    public Normalized<D> with(Warning warning) {
        List<Warning> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Normalized<>(document, more);
    }
}
