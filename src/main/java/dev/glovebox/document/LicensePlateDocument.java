package dev.glovebox.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The licence plates in a photograph.
 *
 * @param plates the plates, by descending confidence. Plates without a confidence come last, in the provider's order
 */
public record LicensePlateDocument(List<Plate> plates) implements Document {

    private static final Comparator<PlateReading> BY_DESCENDING_CONFIDENCE = Comparator
            .comparingDouble((PlateReading plate) -> plate.number().confidence() == null ? -1 : plate.number().confidence())
            .reversed();

    public LicensePlateDocument {
        plates = List.copyOf(plates);
    }

    /** Returns the document of a provider's plates, with warnings. Skips plates without a number. */
    public static NormalizedDocument<LicensePlateDocument> of(List<PlateReading> readings) {
        List<Warning> warnings = new ArrayList<>();
        List<Plate> plates = new ArrayList<>();
        readings.stream().filter(reading -> PlateNumber.normalize(reading.number()) != null)
                .sorted(BY_DESCENDING_CONFIDENCE)
                .forEach(reading -> plates.add(plate(reading, plates.size(), warnings)));
        LicensePlateDocument document = new LicensePlateDocument(plates);
        if (document.nothingFound()) {
            warnings.add(Warning.of(WarningCode.NOTHING_FOUND));
        }
        return new NormalizedDocument<>(document, warnings);
    }

    private static Plate plate(PlateReading reading, int index, List<Warning> warnings) {
        Field<String> number = PlateNumber.field(reading.number(), path(index) + ".number", warnings);
        PlateFormat format = PlateFormat.of(number.value());
        PlateColor color = reading.color();
        if (color != null && !format.allowsColor(color)) {
            warnings.add(Warning.of(WarningCode.PLATE_COLOR, path(index) + ".color"));
        }
        return new Plate(number, new Field<>(color, reading.colorText(), null, null), format,
                PlateFormat.provinceOf(number.value()));
    }

    private static String path(int index) {
        return "plates[" + index + "]";
    }

    @Override
    public boolean nothingFound() {
        return plates.isEmpty();
    }

    @Override
    public Map<String, DocumentField> fields() {
        Map<String, DocumentField> fields = new LinkedHashMap<>();
        for (int i = 0; i < plates.size(); i++) {
            fields.put(path(i) + ".number", plates.get(i).number());
            fields.put(path(i) + ".color", plates.get(i).color());
        }
        return fields;
    }
}
