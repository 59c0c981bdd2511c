package dev.glovebox.provider.tencent;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.Box;
import dev.glovebox.document.Confidence;
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

/** Tencent's three answers to neutral documents. Members that it does not know are left where they are. */
final class TencentDocuments {

    /** Temporary (临牌) and painted (喷漆) plates among the others. */
    private static final Map<String, PlateColor> COLORS = Map.of("蓝", PlateColor.BLUE, "绿", PlateColor.GREEN, "黄",
            PlateColor.YELLOW, "黄绿", PlateColor.YELLOW_GREEN, "白", PlateColor.WHITE, "黑", PlateColor.BLACK);

    private static final Map<LicenseField, String> FRONT = Map.ofEntries(Map.entry(LicenseField.PLATE_NUMBER, "PlateNo"),
            Map.entry(LicenseField.VEHICLE_TYPE, "VehicleType"), Map.entry(LicenseField.OWNER, "Owner"),
            Map.entry(LicenseField.ADDRESS, "Address"), Map.entry(LicenseField.USE_CHARACTER, "UseCharacter"),
            Map.entry(LicenseField.MODEL, "Model"), Map.entry(LicenseField.VIN, "Vin"),
            Map.entry(LicenseField.ENGINE_NUMBER, "EngineNo"), Map.entry(LicenseField.REGISTER_DATE, "RegisterDate"),
            Map.entry(LicenseField.ISSUE_DATE, "IssueDate"), Map.entry(LicenseField.ISSUING_AUTHORITY, "Seal"));

    /** What an electronic licence has in place of the paper's; it comes with the back. */
    private static final Map<LicenseField, String> ELECTRONIC_FRONT = Map.of(LicenseField.ADDRESS, "AddressElectronic",
            LicenseField.ISSUING_AUTHORITY, "IssueAuthorityElectronic");

    private static final Map<LicenseField, String> BACK = Map.ofEntries(Map.entry(LicenseField.PLATE_NUMBER, "PlateNo"),
            Map.entry(LicenseField.FILE_NUMBER, "FileNo"), Map.entry(LicenseField.APPROVED_PASSENGERS, "AllowNum"),
            Map.entry(LicenseField.GROSS_MASS, "TotalMass"), Map.entry(LicenseField.UNLADEN_MASS, "CurbWeight"),
            Map.entry(LicenseField.APPROVED_LOAD, "LoadQuality"), Map.entry(LicenseField.TRACTION_MASS, "TotalQuasiMass"),
            Map.entry(LicenseField.DIMENSIONS, "ExternalSize"), Map.entry(LicenseField.REMARKS, "Marks"),
            Map.entry(LicenseField.INSPECTION_RECORD, "Record"), Map.entry(LicenseField.BARCODE_NUMBER, "SubPageCode"),
            Map.entry(LicenseField.ENERGY_TYPE, "FuelType"), Map.entry(LicenseField.BODY_COLOR, "CarBodyColor"));

    /** What else an electronic licence has; it comes with the front. */
    private static final Map<LicenseField, String> ELECTRONIC = Map.of(LicenseField.STATUS, "StateElectronic",
            LicenseField.INSPECTION_VALID_UNTIL, "InspectionValidityTimeElectronic", LicenseField.GENERATED_AT,
            "GenerationTimeElectronic");

    private static final Map<String, LicenseKind> KINDS = Map.of("Normal", LicenseKind.PAPER, "Electronic",
            LicenseKind.ELECTRONIC);

    private static final KnownMembers PLATE_MEMBERS = new KnownMembers(List.of("Number", "Confidence", "Rect", "Color"),
            List.of("LicensePlateCategory", "LicensePlateInfos", "RequestId"));
    private static final KnownMembers FRONT_MEMBERS = new KnownMembers(FRONT.values(), ELECTRONIC.values());
    /** The others came with electronic licences. */
    private static final KnownMembers BACK_MEMBERS = new KnownMembers(
            List.of("PlateNo", "FileNo", "AllowNum", "TotalMass", "CurbWeight", "LoadQuality", "ExternalSize", "Marks",
                    "Record"),
            List.of("TotalQuasiMass", "SubPageCode", "FuelType", "CarBodyColor", "AddressElectronic",
                    "IssueAuthorityElectronic"));

    private static final Map<Integer, WarningCode> WARNINGS = Map.of(-9102, WarningCode.PHOTOCOPY, -9103,
            WarningCode.PHOTOGRAPHED_SCREEN, -9104, WarningCode.REFLECTION, -9105, WarningCode.BLUR, -9106,
            WarningCode.BORDER_INCOMPLETE);

    private TencentDocuments() {
    }

    /**
     * The document of an answer without an error.
     *
     * @param response the answer's {@code Response}
     * @return empty where it lacks what the operation answers with
     */
    static Optional<Normalized<? extends Document>> document(DocumentType type, ReadOptions options, JsonNode response) {
        return switch (type) {
            case VIN ->
                response.has("Vin") ? Optional.of(VinDocument.of(Reading.of(Members.text(response, "Vin")))) : Optional.empty();
            case LICENSE_PLATE ->
                arePlates(response) ? Optional.of(plateDocument(response)) : Optional.empty();
            case VEHICLE_LICENSE -> hasPages(response) ? Optional.of(license(options, response)) : Optional.empty();
        };
    }

    /** A page that was not asked for, or not found, is null. */
    private static boolean hasPages(JsonNode response) {
        return (response.has("FrontInfo") || response.has("BackInfo"))
                && !FRONT_MEMBERS.areAllMissingIn(response.path("FrontInfo"))
                && !BACK_MEMBERS.areAllMissingIn(response.path("BackInfo"));
    }

    private static boolean arePlates(JsonNode response) {
        JsonNode all = response.path("LicensePlateInfos");
        return (response.has("Number") || all.isArray()) && Members.allHave(all, "Number");
    }

    private static Normalized<LicensePlateDocument> plateDocument(JsonNode response) {
        Normalized<LicensePlateDocument> plates = LicensePlateDocument.of(plates(response));
        JsonNode all = response.path("LicensePlateInfos");
        boolean renamed = all.isEmpty() ? PLATE_MEMBERS.mayBeRenamedIn(response)
                : PLATE_MEMBERS.mayBeRenamedInAny(all);
        return renamed ? plates.with(Warning.of(WarningCode.PROVIDER_MEMBERS)) : plates;
    }

    /** All of them are in the list, the main one too; older answers have the main one alone. */
    private static List<PlateReading> plates(JsonNode response) {
        JsonNode all = response.path("LicensePlateInfos");
        if (all.isEmpty()) {
            return List.of(plate(response));
        }
        List<PlateReading> plates = new ArrayList<>();
        all.forEach(plate -> plates.add(plate(plate)));
        return plates;
    }

    private static PlateReading plate(JsonNode plate) {
        JsonNode percent = plate.path("Confidence");
        return PlateReading.of(
                new Reading(Members.text(plate, "Number"),
                        percent.isNumber() ? Confidence.ofPercent(percent.doubleValue()) : null,
                        box(plate.path("Rect"))),
                Members.text(plate, "Color"), COLORS);
    }

    private static Normalized<VehicleLicenseDocument> license(ReadOptions options, JsonNode response) {
        JsonNode frontInfo = response.path("FrontInfo");
        JsonNode backInfo = response.path("BackInfo");
        Map<LicenseField, Reading> front = readings(frontInfo, FRONT);
        if (!front.isEmpty()) {
            readings(backInfo, ELECTRONIC_FRONT).forEach((field, reading) -> front.merge(field, reading,
                    (paper, electronic) -> paper.isEmpty() ? electronic : paper));
        }
        if (!options.issuingAuthority()) {
            front.remove(LicenseField.ISSUING_AUTHORITY);
        }
        Normalized<VehicleLicenseDocument> license = VehicleLicenseDocument.of(new LicensePages(
                KINDS.get(response.path("VehicleLicenseType").asText()), options.side() == LicenseSide.BACK ? null : front,
                options.side() == LicenseSide.FRONT ? null : readings(backInfo, BACK), readings(frontInfo, ELECTRONIC)));
        for (JsonNode code : response.path("RecognizeWarnCode")) {
            if (code.asInt() != 0) {
                license = license.with(warning(code.asInt()));
            }
        }
        return FRONT_MEMBERS.mayBeRenamedIn(frontInfo) || BACK_MEMBERS.mayBeRenamedIn(backInfo)
                ? license.with(Warning.of(WarningCode.PROVIDER_MEMBERS))
                : license;
    }

    private static Warning warning(int code) {
        WarningCode known = WARNINGS.get(code);
        return known != null ? Warning.of(known)
                : new Warning(WarningCode.PROVIDER_WARNING, "The provider warns with code " + code, null);
    }

    private static Map<LicenseField, Reading> readings(JsonNode page, Map<LicenseField, String> names) {
        Map<LicenseField, Reading> readings = new EnumMap<>(LicenseField.class);
        names.forEach((field, name) -> {
            String text = Members.text(page, name);
            if (text != null) {
                readings.put(field, Reading.of(text));
            }
        });
        return readings;
    }

    private static Box box(JsonNode rect) {
        return Box.ofRectangle(Members.integer(rect, "X"), Members.integer(rect, "Y"), Members.integer(rect, "Width"),
                Members.integer(rect, "Height"));
    }
}
