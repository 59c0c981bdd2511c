package dev.glovebox.document;

import java.util.ArrayList;
import java.util.List;

/**
 * What a photograph of a VIN says.
 *
 * @param vin never null; its value is null where nothing was read
 */
public record VinDocument(VinField vin) implements Document {

    /** The document of one reading. */
    public static Normalized<VinDocument> of(Reading reading) {
        List<Warning> warnings = new ArrayList<>();
        VinDocument document = new VinDocument(VinReading.read(reading, "vin", warnings));
        if (document.nothingFound()) {
            warnings.add(Warning.nothingFound());
        }
        return new Normalized<>(document, warnings);
    }

    @Override
    public boolean nothingFound() {
        return Reading.of(vin.text()).isEmpty();
    }
}
