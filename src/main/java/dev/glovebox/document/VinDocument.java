package dev.glovebox.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a photograph of a VIN says.
 *
 * @param vin never null; its value is null where nothing was read
 */
public record VinDocument(VinField vin) implements Document {

    private static final String PATH = "vin";

    /** The document of one reading. */
    public static Normalized<VinDocument> of(Reading reading) {
        List<Warning> warnings = new ArrayList<>();
        VinDocument document = new VinDocument(VinReading.read(reading, PATH, warnings));
        if (document.nothingFound()) {
            warnings.add(Warning.of(WarningCode.NOTHING_FOUND));
        }
        return new Normalized<>(document, warnings);
    }

    /** The document of several texts, of which one may be the VIN: the likeliest that is, else the first with a text at all. */
    public static Normalized<VinDocument> ofOneOf(List<Reading> readings) {
        return of(VinReading.surest(readings)
                .or(() -> readings.stream().filter(reading -> !reading.isEmpty()).findFirst()).orElse(Reading.NONE));
    }

    @Override
    public boolean nothingFound() {
        return Reading.of(vin.text()).isEmpty();
    }

    @Override
    public Map<String, ReadField> fields() {
        return Map.of(PATH, vin);
    }
}
