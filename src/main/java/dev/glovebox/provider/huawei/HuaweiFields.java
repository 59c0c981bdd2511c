package dev.glovebox.provider.huawei;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.glovebox.document.LicenseField;
import dev.glovebox.document.LicenseKind;
import dev.glovebox.document.PlateColor;
import dev.glovebox.provider.KnownMembers;

/** The names and values of members in Huawei's answers. The maps of fields contain the member name of each field. */
final class HuaweiFields {

    static final Map<String, PlateColor> COLORS = Map.of("blue", PlateColor.BLUE, "green", PlateColor.GREEN, "yellow",
            PlateColor.YELLOW, "yellow_green", PlateColor.YELLOW_GREEN, "white", PlateColor.WHITE, "black", PlateColor.BLACK);

    static final Map<String, LicenseKind> KINDS = Map.of("normal", LicenseKind.PAPER, "electronic", LicenseKind.ELECTRONIC);

    static final Map<LicenseField, String> FRONT_FIELDS = Map.ofEntries(Map.entry(LicenseField.PLATE_NUMBER, "number"),
            Map.entry(LicenseField.VEHICLE_TYPE, "vehicle_type"), Map.entry(LicenseField.OWNER, "name"),
            Map.entry(LicenseField.ADDRESS, "address"), Map.entry(LicenseField.USE_CHARACTER, "use_character"),
            Map.entry(LicenseField.MODEL, "model"), Map.entry(LicenseField.VIN, "vin"),
            Map.entry(LicenseField.ENGINE_NUMBER, "engine_no"), Map.entry(LicenseField.REGISTER_DATE, "register_date"),
            Map.entry(LicenseField.ISSUE_DATE, "issue_date"), Map.entry(LicenseField.ISSUING_AUTHORITY, "issuing_authority"));

    static final Map<LicenseField, String> BACK_FIELDS = Map.ofEntries(Map.entry(LicenseField.PLATE_NUMBER, "number"),
            Map.entry(LicenseField.FILE_NUMBER, "file_no"), Map.entry(LicenseField.APPROVED_PASSENGERS, "approved_passengers"),
            Map.entry(LicenseField.GROSS_MASS, "gross_mass"), Map.entry(LicenseField.UNLADEN_MASS, "unladen_mass"),
            Map.entry(LicenseField.APPROVED_LOAD, "approved_load"), Map.entry(LicenseField.TRACTION_MASS, "traction_mass"),
            Map.entry(LicenseField.DIMENSIONS, "dimension"), Map.entry(LicenseField.REMARKS, "remarks"),
            Map.entry(LicenseField.INSPECTION_RECORD, "inspection_record"),
            Map.entry(LicenseField.BARCODE_NUMBER, "code_number"), Map.entry(LicenseField.ENERGY_TYPE, "energy_type"));

    /** Fields of an electronic licence's back that Huawei returns outside the objects of the pages. */
    static final Map<LicenseField, String> BACK_FIELDS_BESIDE_PAGES = Map.of(LicenseField.BODY_COLOR, "color");

    /** Fields that only an electronic licence has. The status is a list, see {@link #STATUS}. */
    static final Map<LicenseField, String> ELECTRONIC_FIELDS = Map.of(LicenseField.MANDATORY_SCRAPPING_DATE,
            "mandatory_scrapping_date");

    static final String STATUS = "status";

    /** Members that are newer than the API, depend on an option, or are not texts of a page. */
    private static final Set<String> OPTIONAL = Set.of("issuing_authority", "energy_type", "color",
            "mandatory_scrapping_date", STATUS, "type", "text_location", "alarm_result", "alarm_confidence", "front", "back");

    static final KnownMembers PLATE_MEMBERS = new KnownMembers(
            List.of("plate_number", "plate_color", "plate_location", "confidence"), List.of());
    static final KnownMembers FRONT_MEMBERS = members(FRONT_FIELDS, BACK_FIELDS);
    static final KnownMembers BACK_MEMBERS = members(BACK_FIELDS, FRONT_FIELDS);

    private HuaweiFields() {
    }

    private static KnownMembers members(Map<LicenseField, String> page, Map<LicenseField, String> otherPage) {
        List<String> permanent = page.values().stream().filter(name -> !OPTIONAL.contains(name)).toList();
        List<String> optional = new ArrayList<>(OPTIONAL);
        // a flat answer has the members of both pages in one object
        optional.addAll(otherPage.values());
        return new KnownMembers(permanent, optional);
    }
}
