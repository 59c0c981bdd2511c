package dev.glovebox.provider.huawei;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.glovebox.document.Box;
import dev.glovebox.document.Document;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseField;
import dev.glovebox.document.LicenseKind;
import dev.glovebox.document.LicensePages;
import dev.glovebox.document.LicensePlateDocument;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.Normalized;
import dev.glovebox.document.PlateColor;
import dev.glovebox.document.PlateReading;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.document.Reading;
import dev.glovebox.document.VehicleLicenseDocument;
import dev.glovebox.document.VinDocument;
import dev.glovebox.document.Warning;
import dev.glovebox.document.WarningCode;
import dev.glovebox.provider.KnownMembers;
import dev.glovebox.provider.Members;

/** The {@code result} of Huawei's three answers to neutral documents. Fields that it does not know are left where they are. */
final class HuaweiDocuments {

    private static final Map<String, PlateColor> COLORS = Map.of("blue", PlateColor.BLUE, "green", PlateColor.GREEN, "yellow",
            PlateColor.YELLOW, "yellow_green", PlateColor.YELLOW_GREEN, "white", PlateColor.WHITE, "black", PlateColor.BLACK);

    private static final Map<LicenseField, String> FRONT = Map.ofEntries(Map.entry(LicenseField.PLATE_NUMBER, "number"),
            Map.entry(LicenseField.VEHICLE_TYPE, "vehicle_type"), Map.entry(LicenseField.OWNER, "name"),
            Map.entry(LicenseField.ADDRESS, "address"), Map.entry(LicenseField.USE_CHARACTER, "use_character"),
            Map.entry(LicenseField.MODEL, "model"), Map.entry(LicenseField.VIN, "vin"),
            Map.entry(LicenseField.ENGINE_NUMBER, "engine_no"), Map.entry(LicenseField.REGISTER_DATE, "register_date"),
            Map.entry(LicenseField.ISSUE_DATE, "issue_date"), Map.entry(LicenseField.ISSUING_AUTHORITY, "issuing_authority"));

    private static final Map<LicenseField, String> BACK = Map.ofEntries(Map.entry(LicenseField.PLATE_NUMBER, "number"),
            Map.entry(LicenseField.FILE_NUMBER, "file_no"), Map.entry(LicenseField.APPROVED_PASSENGERS, "approved_passengers"),
            Map.entry(LicenseField.GROSS_MASS, "gross_mass"), Map.entry(LicenseField.UNLADEN_MASS, "unladen_mass"),
            Map.entry(LicenseField.APPROVED_LOAD, "approved_load"), Map.entry(LicenseField.TRACTION_MASS, "traction_mass"),
            Map.entry(LicenseField.DIMENSIONS, "dimension"), Map.entry(LicenseField.REMARKS, "remarks"),
            Map.entry(LicenseField.INSPECTION_RECORD, "inspection_record"),
            Map.entry(LicenseField.BARCODE_NUMBER, "code_number"), Map.entry(LicenseField.ENERGY_TYPE, "energy_type"));

    /** An electronic licence's, which are of the back. */
    private static final Map<LicenseField, String> BESIDE_THE_PAGES = Map.of(LicenseField.BODY_COLOR, "color");

    private static final Map<LicenseField, String> ELECTRONIC = Map.of(LicenseField.MANDATORY_SCRAPPING_DATE,
            "mandatory_scrapping_date");

    private static final String STATUS = "status";

    private static final Map<String, LicenseKind> KINDS = Map.of("normal", LicenseKind.PAPER, "electronic",
            LicenseKind.ELECTRONIC);

    /** What came later, is asked for, or is no text of a page. */
    private static final Set<String> NOT_ALWAYS = Set.of("issuing_authority", "energy_type", "color",
            "mandatory_scrapping_date", STATUS, "type", "text_location", "alarm_result", "alarm_confidence", "front", "back");
    private static final KnownMembers PLATE_MEMBERS = new KnownMembers(
            List.of("plate_number", "plate_color", "plate_location", "confidence"), List.of());
    private static final KnownMembers FRONT_MEMBERS = members(FRONT, BACK);
    private static final KnownMembers BACK_MEMBERS = members(BACK, FRONT);

    private HuaweiDocuments() {
    }

    /**
     * The document of an answer without an error.
     *
     * @param result the answer's {@code result}
     * @return empty where it lacks what the operation answers with
     */
    static Optional<Normalized<? extends Document>> document(DocumentType type, ReadOptions options, JsonNode result) {
        return switch (type) {
            case VIN ->
                result.has("vin") ? Optional.of(VinDocument.of(Reading.of(Members.text(result, "vin")))) : Optional.empty();
            case LICENSE_PLATE ->
                result.isArray() && Members.allHave(result, "plate_number") ? Optional.of(plateDocument(result))
                        : Optional.empty();
            case VEHICLE_LICENSE -> result.isObject() && !(isFlat(result) && FRONT_MEMBERS.areAllMissingIn(result)
                    && BACK_MEMBERS.areAllMissingIn(result)) ? Optional.of(license(options.side(), result)) : Optional.empty();
        };
    }

    private static Normalized<LicensePlateDocument> plateDocument(JsonNode result) {
        Normalized<LicensePlateDocument> plates = LicensePlateDocument.of(plates(result));
        return PLATE_MEMBERS.mayBeRenamedInAny(result) ? plates.with(Warning.of(WarningCode.PROVIDER_MEMBERS))
                : plates;
    }

    private static List<PlateReading> plates(JsonNode result) {
        List<PlateReading> plates = new ArrayList<>();
        for (JsonNode plate : result) {
            JsonNode confidence = plate.path("confidence");
            Reading number = new Reading(Members.text(plate, "plate_number"),
                    confidence.isNumber() ? confidence.doubleValue() : null,
                    box(plate.path("plate_location")));
            plates.add(PlateReading.of(number, Members.text(plate, "plate_color"), COLORS));
        }
        return plates;
    }

    /** Flat for one side; below {@code front} and {@code back} for both, but flat there too from older deployments. */
    private static boolean isFlat(JsonNode result) {
        return !result.has("front") && !result.has("back");
    }

    private static Normalized<VehicleLicenseDocument> license(LicenseSide side, JsonNode result) {
        boolean flat = isFlat(result);
        JsonNode front = side == LicenseSide.BACK ? MissingNode.getInstance() : flat ? result : result.path("front");
        JsonNode back = side == LicenseSide.FRONT ? MissingNode.getInstance()
                : flat ? backOf(side, result) : result.path("back");
        Map<LicenseField, Reading> backReadings = readings(back, BACK);
        if (back.isObject()) {
            backReadings.putAll(readings(result, BESIDE_THE_PAGES));
        }
        Map<LicenseField, Reading> electronic = readings(result, ELECTRONIC);
        Reading status = status(result.path(STATUS));
        if (!status.isEmpty()) {
            electronic.put(LicenseField.STATUS, status);
        }
        Normalized<VehicleLicenseDocument> license = VehicleLicenseDocument.of(new LicensePages(
                KINDS.get(result.path("type").asText()), readings(front, FRONT), backReadings, electronic));
        return FRONT_MEMBERS.mayBeRenamedIn(front) || BACK_MEMBERS.mayBeRenamedIn(back)
                ? license.with(Warning.of(WarningCode.PROVIDER_MEMBERS))
                : license;
    }

    private static Reading status(JsonNode list) {
        return Reading.of(StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.joining("、")));
    }

    /** The plate's number stands on both pages: alone it makes no back page of a flat front. */
    private static JsonNode backOf(LicenseSide side, JsonNode flat) {
        boolean hasBack = BACK.entrySet().stream().anyMatch(
                field -> field.getKey() != LicenseField.PLATE_NUMBER
                        && !Reading.of(Members.text(flat, field.getValue())).isEmpty());
        return side == LicenseSide.BACK || hasBack ? flat : flat.path("back");
    }

    private static KnownMembers members(Map<LicenseField, String> page, Map<LicenseField, String> other) {
        List<String> always = page.values().stream().filter(name -> !NOT_ALWAYS.contains(name)).toList();
        List<String> sometimes = new ArrayList<>(NOT_ALWAYS);
        // flat, the two pages' members lie side by side
        sometimes.addAll(other.values());
        return new KnownMembers(always, sometimes);
    }

    private static Map<LicenseField, Reading> readings(JsonNode page, Map<LicenseField, String> names) {
        Map<LicenseField, Reading> readings = new EnumMap<>(LicenseField.class);
        names.forEach((field, name) -> {
            String text = Members.text(page, name);
            if (text != null) {
                readings.put(field, new Reading(text, null, box(page.path("text_location").path(name))));
            }
        });
        return readings;
    }

    private static Box box(JsonNode location) {
        List<List<Integer>> corners = new ArrayList<>();
        for (JsonNode corner : location) {
            List<Integer> pair = new ArrayList<>();
            corner.forEach(number -> pair.add(number.isNumber() ? number.intValue() : null));
            corners.add(pair);
        }
        return Box.ofCorners(corners);
    }
}
