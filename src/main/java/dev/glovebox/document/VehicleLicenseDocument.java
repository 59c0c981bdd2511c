package dev.glovebox.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a vehicle licence (行驶证, GA 37).
 *
 * @param kind the form of the licence; null if the provider does not report it
 * @param front the main page; null if it was not requested or not found
 * @param back the supplementary page; null if it was not requested or not found
 * @param electronic the fields that only an electronic licence has; null for a card
 */
public record VehicleLicenseDocument(LicenseKind kind, Front front, Back back, Electronic electronic) implements Document {

    /** The main page. No field is null. A field that was not read has a null value. */
    public record Front(Field<String> plateNumber, Field<String> vehicleType, Field<String> owner, Field<String> address,
            UseCharacterField useCharacter, Field<String> model, VinField vin, Field<String> engineNumber,
            Field<LocalDate> registerDate, Field<LocalDate> issueDate, Field<String> issuingAuthority) {

        private static Front of(LicensePageFields fields) {
            return new Front(fields.plateNumber(), fields.text(LicenseField.VEHICLE_TYPE, "vehicleType"),
                    fields.text(LicenseField.OWNER, "owner"), fields.text(LicenseField.ADDRESS, "address"),
                    fields.useCharacter(), fields.text(LicenseField.MODEL, "model"), fields.vin(),
                    fields.code(LicenseField.ENGINE_NUMBER, "engineNumber"),
                    fields.date(LicenseField.REGISTER_DATE, "registerDate"), fields.date(LicenseField.ISSUE_DATE, "issueDate"),
                    fields.text(LicenseField.ISSUING_AUTHORITY, "issuingAuthority"));
        }

        private void addTo(Map<String, DocumentField> fields) {
            fields.put("front.plateNumber", plateNumber);
            fields.put("front.vehicleType", vehicleType);
            fields.put("front.owner", owner);
            fields.put("front.address", address);
            fields.put("front.useCharacter", useCharacter);
            fields.put("front.model", model);
            fields.put("front.vin", vin);
            fields.put("front.engineNumber", engineNumber);
            fields.put("front.registerDate", registerDate);
            fields.put("front.issueDate", issueDate);
            fields.put("front.issuingAuthority", issuingAuthority);
        }
    }

    /**
     * The supplementary page. No field is null. A field that was not read has a null value. Masses are whole kilograms. The
     * passengers include the driver.
     */
    public record Back(Field<String> plateNumber, Field<String> fileNumber, Field<Integer> approvedPassengers,
            Field<Integer> grossMassKg, Field<Integer> unladenMassKg, Field<Integer> approvedLoadKg,
            Field<Integer> tractionMassKg, Field<Dimensions> dimensions, Field<String> remarks, Field<String> inspectionRecord,
            Field<YearMonth> inspectionValidUntil, Field<String> barcodeNumber, Field<String> energyType,
            Field<String> bodyColor) {

        private static final Field<YearMonth> UNREAD = new Field<>(null, null, null, null);

        private static Back of(LicensePageFields fields, Electronic electronic) {
            return new Back(fields.plateNumber(), fields.code(LicenseField.FILE_NUMBER, "fileNumber"),
                    fields.passengers(LicenseField.APPROVED_PASSENGERS, "approvedPassengers"),
                    fields.mass(LicenseField.GROSS_MASS, "grossMassKg"),
                    fields.mass(LicenseField.UNLADEN_MASS, "unladenMassKg"),
                    fields.mass(LicenseField.APPROVED_LOAD, "approvedLoadKg"),
                    fields.mass(LicenseField.TRACTION_MASS, "tractionMassKg"),
                    fields.dimensions(LicenseField.DIMENSIONS, "dimensions"), fields.text(LicenseField.REMARKS, "remarks"),
                    fields.text(LicenseField.INSPECTION_RECORD, "inspectionRecord"),
                    fields.inspectionValidUntil(electronic == null ? UNREAD : electronic.inspectionValidUntil),
                    fields.barcode(LicenseField.BARCODE_NUMBER, "barcodeNumber"),
                    fields.text(LicenseField.ENERGY_TYPE, "energyType"), fields.text(LicenseField.BODY_COLOR, "bodyColor"));
        }

        private void addTo(Map<String, DocumentField> fields) {
            fields.put("back.plateNumber", plateNumber);
            fields.put("back.fileNumber", fileNumber);
            fields.put("back.approvedPassengers", approvedPassengers);
            fields.put("back.grossMassKg", grossMassKg);
            fields.put("back.unladenMassKg", unladenMassKg);
            fields.put("back.approvedLoadKg", approvedLoadKg);
            fields.put("back.tractionMassKg", tractionMassKg);
            fields.put("back.dimensions", dimensions);
            fields.put("back.remarks", remarks);
            fields.put("back.inspectionRecord", inspectionRecord);
            fields.put("back.inspectionValidUntil", inspectionValidUntil);
            fields.put("back.barcodeNumber", barcodeNumber);
            fields.put("back.energyType", energyType);
            fields.put("back.bodyColor", bodyColor);
        }
    }

    /**
     * The fields that only an electronic licence (电子行驶证) has. No field is null. A field that was not read has a null value.
     *
     * @param status the states of the licence, such as 正常 (normal)
     * @param mandatoryScrappingDate the day by which the vehicle must be scrapped
     * @param inspectionValidUntil the month at whose end the last inspection expires
     * @param generatedAt the time at which the image was generated, in the time zone of China
     */
    public record Electronic(Field<List<String>> status, Field<LocalDate> mandatoryScrappingDate,
            Field<YearMonth> inspectionValidUntil, Field<LocalDateTime> generatedAt) {

        private static Electronic of(LicensePageFields fields) {
            return new Electronic(fields.list(LicenseField.STATUS, "status"),
                    fields.date(LicenseField.MANDATORY_SCRAPPING_DATE, "mandatoryScrappingDate"),
                    fields.month(LicenseField.INSPECTION_VALID_UNTIL, "inspectionValidUntil"),
                    fields.time(LicenseField.GENERATED_AT, "generatedAt"));
        }

        private void addTo(Map<String, DocumentField> fields) {
            fields.put("electronic.status", status);
            fields.put("electronic.mandatoryScrappingDate", mandatoryScrappingDate);
            fields.put("electronic.inspectionValidUntil", inspectionValidUntil);
            fields.put("electronic.generatedAt", generatedAt);
        }
    }

    /** Returns the document of a provider's readings, with warnings. Compares the pages with each other. */
    public static NormalizedDocument<VehicleLicenseDocument> of(LicensePages pages) {
        List<Warning> warnings = new ArrayList<>();
        Front front = isBlank(pages.front()) ? null : Front.of(new LicensePageFields("front", pages.front(), warnings));
        Electronic electronic = isBlank(pages.electronic()) ? null
                : Electronic.of(new LicensePageFields("electronic", pages.electronic(), warnings));
        Back back = isBlank(pages.back()) ? null
                : Back.of(new LicensePageFields("back", pages.back(), warnings), electronic);
        VehicleLicenseDocument document = new VehicleLicenseDocument(pages.kind(), front, back, electronic);
        if (document.nothingFound()) {
            warnings.add(Warning.of(WarningCode.NOTHING_FOUND));
        }
        LicenseChecks.check(document, warnings);
        return new NormalizedDocument<>(document, warnings);
    }

    @Override
    public boolean nothingFound() {
        return front == null && back == null;
    }

    @Override
    public Map<String, DocumentField> fields() {
        Map<String, DocumentField> fields = new LinkedHashMap<>();
        if (front != null) {
            front.addTo(fields);
        }
        if (back != null) {
            back.addTo(fields);
        }
        if (electronic != null) {
            electronic.addTo(fields);
        }
        return fields;
    }

    private static boolean isBlank(Map<LicenseField, Reading> page) {
        return page == null || page.values().stream().allMatch(Reading::isEmpty);
    }
}
