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

    /** The document of several texts, of which one may be the VIN: the first that is, else the first with a text at all. */
    public static Normalized<VinDocument> ofOneOf(List<Reading> readings) {
        return of(readings.stream().filter(VinReading::holdsVin).findFirst()
                .or(() -> readings.stream().filter(reading -> !reading.isEmpty()).findFirst()).orElse(Reading.NONE));
    }

    @Override
    public boolean nothingFound() {
        return Reading.of(vin.text()).isEmpty();
    }
}
