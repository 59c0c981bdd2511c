package dev.glovebox.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a photograph of licence plates says.
 *
 * @param plates best first: by confidence, in the provider's order where it gives none
 */
public record LicensePlateDocument(List<Plate> plates) implements Document {

    private static final Comparator<PlateReading> BEST_FIRST = Comparator
            .comparingDouble((PlateReading plate) -> plate.number().confidence() == null ? -1 : plate.number().confidence())
            .reversed();

    public LicensePlateDocument {
        plates = List.copyOf(plates);
    }

    /** The document of a provider's plates; those without a number are left out. */
    public static Normalized<LicensePlateDocument> of(List<PlateReading> readings) {
        List<Warning> warnings = new ArrayList<>();
        List<Plate> plates = new ArrayList<>();
        readings.stream().filter(reading -> PlateNumber.fold(reading.number()) != null).sorted(BEST_FIRST)
                .forEach(reading -> plates.add(plate(reading, plates.size(), warnings)));
        LicensePlateDocument document = new LicensePlateDocument(plates);
        if (document.nothingFound()) {
            warnings.add(Warning.of(WarningCode.NOTHING_FOUND));
        }
        return new Normalized<>(document, warnings);
    }

    private static Plate plate(PlateReading reading, int index, List<Warning> warnings) {
        Field<String> number = PlateNumber.field(reading.number(), path(index) + ".number", warnings);
        PlateFormat format = PlateFormat.of(number.value());
        PlateColor color = reading.colorValue();
        if (color != null && !format.comesIn(color)) {
            warnings.add(Warning.of(WarningCode.PLATE_COLOR, path(index) + ".color"));
        }
        return new Plate(number, new Field<>(color, reading.color(), null, null), format,
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
    public Map<String, ReadField> fields() {
        Map<String, ReadField> fields = new LinkedHashMap<>();
        for (int i = 0; i < plates.size(); i++) {
            fields.put(path(i) + ".number", plates.get(i).number());
            fields.put(path(i) + ".color", plates.get(i).color());
        }
        return fields;
    }
}
