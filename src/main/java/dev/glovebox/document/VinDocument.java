package dev.glovebox.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The VIN in a photograph.
 *
 * @param vin the VIN; never null, but its value may be null
 */
public record VinDocument(VinField vin) implements Document {

    private static final String PATH = "vin";

    /** Returns the document of one reading, with warnings. */
    public static NormalizedDocument<VinDocument> of(Reading reading) {
        List<Warning> warnings = new ArrayList<>();
        VinDocument document = new VinDocument(VinReading.toField(reading, PATH, warnings));
        if (document.nothingFound()) {
            warnings.add(Warning.of(WarningCode.NOTHING_FOUND));
        }
        return new NormalizedDocument<>(document, warnings);
    }

    /**
     * Returns the document of the most plausible VIN among several texts, with warnings. If no text is a VIN, uses the first
     * text that is not empty.
     */
    public static NormalizedDocument<VinDocument> ofCandidates(List<Reading> readings) {
        return of(VinReading.mostPlausible(readings)
                .or(() -> readings.stream().filter(reading -> !reading.isEmpty()).findFirst()).orElse(Reading.NONE));
    }

    @Override
    public boolean nothingFound() {
        return Reading.of(vin.text()).isEmpty();
    }

    @Override
    public Map<String, DocumentField> fields() {
        return Map.of(PATH, vin);
    }
}
