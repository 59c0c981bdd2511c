package dev.glovebox.provider.tencent;

import java.util.List;
import java.util.Map;

import dev.glovebox.document.LicenseField;
import dev.glovebox.document.LicenseKind;
import dev.glovebox.document.PlateColor;
import dev.glovebox.document.WarningCode;
import dev.glovebox.provider.KnownMembers;

/** The names and values of members in Tencent's answers. The maps of fields contain the member name of each field. */
final class TencentFields {

    /** Tencent answers 临牌 for temporary and 喷漆 for painted plates. These texts name no colour and are not in this map. */
    static final Map<String, PlateColor> COLORS = Map.of("蓝", PlateColor.BLUE, "绿", PlateColor.GREEN, "黄",
            PlateColor.YELLOW, "黄绿", PlateColor.YELLOW_GREEN, "白", PlateColor.WHITE, "黑", PlateColor.BLACK);

    static final Map<LicenseField, String> FRONT_FIELDS = Map.ofEntries(Map.entry(LicenseField.PLATE_NUMBER, "PlateNo"),
            Map.entry(LicenseField.VEHICLE_TYPE, "VehicleType"), Map.entry(LicenseField.OWNER, "Owner"),
            Map.entry(LicenseField.ADDRESS, "Address"), Map.entry(LicenseField.USE_CHARACTER, "UseCharacter"),
            Map.entry(LicenseField.MODEL, "Model"), Map.entry(LicenseField.VIN, "Vin"),
            Map.entry(LicenseField.ENGINE_NUMBER, "EngineNo"), Map.entry(LicenseField.REGISTER_DATE, "RegisterDate"),
            Map.entry(LicenseField.ISSUE_DATE, "IssueDate"), Map.entry(LicenseField.ISSUING_AUTHORITY, "Seal"));

    /** Fields of an electronic licence's front that Tencent returns in the object of the back. */
    static final Map<LicenseField, String> ELECTRONIC_FRONT_FIELDS = Map.of(LicenseField.ADDRESS, "AddressElectronic",
            LicenseField.ISSUING_AUTHORITY, "IssueAuthorityElectronic");

    static final Map<LicenseField, String> BACK_FIELDS = Map.ofEntries(Map.entry(LicenseField.PLATE_NUMBER, "PlateNo"),
            Map.entry(LicenseField.FILE_NUMBER, "FileNo"), Map.entry(LicenseField.APPROVED_PASSENGERS, "AllowNum"),
            Map.entry(LicenseField.GROSS_MASS, "TotalMass"), Map.entry(LicenseField.UNLADEN_MASS, "CurbWeight"),
            Map.entry(LicenseField.APPROVED_LOAD, "LoadQuality"), Map.entry(LicenseField.TRACTION_MASS, "TotalQuasiMass"),
            Map.entry(LicenseField.DIMENSIONS, "ExternalSize"), Map.entry(LicenseField.REMARKS, "Marks"),
            Map.entry(LicenseField.INSPECTION_RECORD, "Record"), Map.entry(LicenseField.BARCODE_NUMBER, "SubPageCode"),
            Map.entry(LicenseField.ENERGY_TYPE, "FuelType"), Map.entry(LicenseField.BODY_COLOR, "CarBodyColor"));

    /** Fields that only an electronic licence has. Tencent returns them in the object of the front. */
    static final Map<LicenseField, String> ELECTRONIC_FIELDS = Map.of(LicenseField.STATUS, "StateElectronic",
            LicenseField.INSPECTION_VALID_UNTIL, "InspectionValidityTimeElectronic", LicenseField.GENERATED_AT,
            "GenerationTimeElectronic");

    static final Map<String, LicenseKind> KINDS = Map.of("Normal", LicenseKind.PAPER, "Electronic",
            LicenseKind.ELECTRONIC);

    static final KnownMembers PLATE_MEMBERS = new KnownMembers(List.of("Number", "Confidence", "Rect", "Color"),
            List.of("LicensePlateCategory", "LicensePlateInfos", "RequestId"));
    static final KnownMembers FRONT_MEMBERS = new KnownMembers(FRONT_FIELDS.values(), ELECTRONIC_FIELDS.values());
    /** Tencent added the optional members when it began to read electronic licences. */
    static final KnownMembers BACK_MEMBERS = new KnownMembers(
            List.of("PlateNo", "FileNo", "AllowNum", "TotalMass", "CurbWeight", "LoadQuality", "ExternalSize", "Marks",
                    "Record"),
            List.of("TotalQuasiMass", "SubPageCode", "FuelType", "CarBodyColor", "AddressElectronic",
                    "IssueAuthorityElectronic"));

    static final Map<Integer, WarningCode> WARNINGS = Map.of(-9102, WarningCode.PHOTOCOPY, -9103,
            WarningCode.PHOTOGRAPHED_SCREEN, -9104, WarningCode.REFLECTION, -9105, WarningCode.BLUR, -9106,
            WarningCode.BORDER_INCOMPLETE);

    private TencentFields() {
    }
}
