package dev.glovebox.document;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a vehicle licence (行驶证) says.
 *
 * @param front the main page; null where it was not asked for or not found
 * @param back the supplementary page; likewise
 */
public record VehicleLicenseDocument(Front front, Back back) implements Document {

    /** The main page. No field is null; the value of one that was not read is. */
    public record Front(Field<String> plateNumber, Field<String> vehicleType, Field<String> owner, Field<String> address,
            UseCharacterField useCharacter, Field<String> model, VinField vin, Field<String> engineNumber,
            Field<LocalDate> registerDate, Field<LocalDate> issueDate, Field<String> issuingAuthority) {

        private static Front of(LicenseReadings from) {
            return new Front(from.plateNumber(), from.text(LicenseField.VEHICLE_TYPE, "vehicleType"),
                    from.text(LicenseField.OWNER, "owner"), from.text(LicenseField.ADDRESS, "address"), from.useCharacter(),
                    from.text(LicenseField.MODEL, "model"), from.vin(), from.code(LicenseField.ENGINE_NUMBER, "engineNumber"),
                    from.date(LicenseField.REGISTER_DATE, "registerDate"), from.date(LicenseField.ISSUE_DATE, "issueDate"),
                    from.text(LicenseField.ISSUING_AUTHORITY, "issuingAuthority"));
        }
    }

    /**
     * The supplementary page. No field is null; the value of one that was not read is. Masses are whole kilograms, passengers
     * include the driver.
     */
    public record Back(Field<String> plateNumber, Field<String> fileNumber, Field<Integer> approvedPassengers,
            Field<Integer> grossMassKg, Field<Integer> unladenMassKg, Field<Integer> approvedLoadKg,
            Field<Integer> tractionMassKg, Field<Dimensions> dimensions, Field<String> remarks, Field<String> inspectionRecord,
            Field<YearMonth> inspectionValidUntil, Field<String> barcodeNumber, Field<String> energyType,
            Field<String> bodyColor) {

        private static Back of(LicenseReadings from) {
            return new Back(from.plateNumber(), from.code(LicenseField.FILE_NUMBER, "fileNumber"),
                    from.passengers(LicenseField.APPROVED_PASSENGERS, "approvedPassengers"),
                    from.mass(LicenseField.GROSS_MASS, "grossMassKg"), from.mass(LicenseField.UNLADEN_MASS, "unladenMassKg"),
                    from.mass(LicenseField.APPROVED_LOAD, "approvedLoadKg"),
                    from.mass(LicenseField.TRACTION_MASS, "tractionMassKg"),
                    from.dimensions(LicenseField.DIMENSIONS, "dimensions"), from.text(LicenseField.REMARKS, "remarks"),
                    from.text(LicenseField.INSPECTION_RECORD, "inspectionRecord"), from.inspectionValidUntil(),
                    from.barcode(LicenseField.BARCODE_NUMBER, "barcodeNumber"),
                    from.text(LicenseField.ENERGY_TYPE, "energyType"), from.text(LicenseField.BODY_COLOR, "bodyColor"));
        }
    }

    /**
     * The document of two pages' readings.
     *
     * @param front the main page's; null where it was not asked for
     * @param back the supplementary page's; null where it was not asked for
     */
    public static Normalized<VehicleLicenseDocument> of(Map<LicenseField, Reading> front, Map<LicenseField, Reading> back) {
        List<Warning> warnings = new ArrayList<>();
        VehicleLicenseDocument document = new VehicleLicenseDocument(
                isBlank(front) ? null : Front.of(new LicenseReadings("front", front, warnings)),
                isBlank(back) ? null : Back.of(new LicenseReadings("back", back, warnings)));
        if (document.nothingFound()) {
            warnings.add(Warning.nothingFound());
        } else if (document.isOfTwoVehicles()) {
            warnings.add(new Warning("plate-mismatch", "Front and back name different plates", "back.plateNumber"));
        }
        return new Normalized<>(document, warnings);
    }

    @Override
    public boolean nothingFound() {
        return front == null && back == null;
    }

    private boolean isOfTwoVehicles() {
        return front != null && back != null && front.plateNumber.value() != null && back.plateNumber.value() != null
                && !front.plateNumber.value().equals(back.plateNumber.value());
    }

    private static boolean isBlank(Map<LicenseField, Reading> page) {
        return page == null || page.values().stream().allMatch(Reading::isEmpty);
    }
}
