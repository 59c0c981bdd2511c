package dev.glovebox.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a vehicle licence (行驶证, GA 37) says.
 *
 * @param kind null where the provider does not say
 * @param front the main page; null where it was not asked for or not found
 * @param back the supplementary page; likewise
 * @param electronic what only an electronic licence has; null for a card
 */
public record VehicleLicenseDocument(LicenseKind kind, Front front, Back back, Electronic electronic) implements Document {

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

        private void putInto(Map<String, ReadField> fields) {
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
     * The supplementary page. No field is null; the value of one that was not read is. Masses are whole kilograms, passengers
     * include the driver.
     */
    public record Back(Field<String> plateNumber, Field<String> fileNumber, Field<Integer> approvedPassengers,
            Field<Integer> grossMassKg, Field<Integer> unladenMassKg, Field<Integer> approvedLoadKg,
            Field<Integer> tractionMassKg, Field<Dimensions> dimensions, Field<String> remarks, Field<String> inspectionRecord,
            Field<YearMonth> inspectionValidUntil, Field<String> barcodeNumber, Field<String> energyType,
            Field<String> bodyColor) {

        private static final Field<YearMonth> NOT_SAID = new Field<>(null, null, null, null);

        private static Back of(LicenseReadings from, Electronic electronic) {
            return new Back(from.plateNumber(), from.code(LicenseField.FILE_NUMBER, "fileNumber"),
                    from.passengers(LicenseField.APPROVED_PASSENGERS, "approvedPassengers"),
                    from.mass(LicenseField.GROSS_MASS, "grossMassKg"), from.mass(LicenseField.UNLADEN_MASS, "unladenMassKg"),
                    from.mass(LicenseField.APPROVED_LOAD, "approvedLoadKg"),
                    from.mass(LicenseField.TRACTION_MASS, "tractionMassKg"),
                    from.dimensions(LicenseField.DIMENSIONS, "dimensions"), from.text(LicenseField.REMARKS, "remarks"),
                    from.text(LicenseField.INSPECTION_RECORD, "inspectionRecord"),
                    from.inspectionValidUntil(electronic == null ? NOT_SAID : electronic.inspectionValidUntil),
                    from.barcode(LicenseField.BARCODE_NUMBER, "barcodeNumber"),
                    from.text(LicenseField.ENERGY_TYPE, "energyType"), from.text(LicenseField.BODY_COLOR, "bodyColor"));
        }

        private void putInto(Map<String, ReadField> fields) {
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
     * What an electronic licence (电子行驶证) has beside its pages. No field is null; the value of one that was not read is.
     *
     * @param status 正常 (normal) and the like; several may hold at once
     * @param mandatoryScrappingDate the day by which the vehicle must be off the road
     * @param inspectionValidUntil the month to whose end the last inspection holds
     * @param generatedAt when the image was made, in China's time
     */
    public record Electronic(Field<List<String>> status, Field<LocalDate> mandatoryScrappingDate,
            Field<YearMonth> inspectionValidUntil, Field<LocalDateTime> generatedAt) {

        private static Electronic of(LicenseReadings from) {
            return new Electronic(from.list(LicenseField.STATUS, "status"),
                    from.date(LicenseField.MANDATORY_SCRAPPING_DATE, "mandatoryScrappingDate"),
                    from.month(LicenseField.INSPECTION_VALID_UNTIL, "inspectionValidUntil"),
                    from.time(LicenseField.GENERATED_AT, "generatedAt"));
        }

        private void putInto(Map<String, ReadField> fields) {
            fields.put("electronic.status", status);
            fields.put("electronic.mandatoryScrappingDate", mandatoryScrappingDate);
            fields.put("electronic.inspectionValidUntil", inspectionValidUntil);
            fields.put("electronic.generatedAt", generatedAt);
        }
    }

    /** The document of a provider's readings, each page's checked against the others. */
    public static Normalized<VehicleLicenseDocument> of(LicensePages pages) {
        List<Warning> warnings = new ArrayList<>();
        Front front = isBlank(pages.front()) ? null : Front.of(new LicenseReadings("front", pages.front(), warnings));
        Electronic electronic = isBlank(pages.electronic()) ? null
                : Electronic.of(new LicenseReadings("electronic", pages.electronic(), warnings));
        Back back = isBlank(pages.back()) ? null
                : Back.of(new LicenseReadings("back", pages.back(), warnings), electronic);
        VehicleLicenseDocument document = new VehicleLicenseDocument(pages.kind(), front, back, electronic);
        if (document.nothingFound()) {
            warnings.add(Warning.of(WarningCode.NOTHING_FOUND));
        }
        LicenseChecks.check(document, warnings);
        return new Normalized<>(document, warnings);
    }

    @Override
    public boolean nothingFound() {
        return front == null && back == null;
    }

    @Override
    public Map<String, ReadField> fields() {
        Map<String, ReadField> fields = new LinkedHashMap<>();
        if (front != null) {
            front.putInto(fields);
        }
        if (back != null) {
            back.putInto(fields);
        }
        if (electronic != null) {
            electronic.putInto(fields);
        }
        return fields;
    }

    private static boolean isBlank(Map<LicenseField, Reading> page) {
        return page == null || page.values().stream().allMatch(Reading::isEmpty);
    }
}
