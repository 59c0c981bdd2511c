package dev.glovebox.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One page's readings, each turned into its field by its own rule. */
final class LicenseReadings {

    /** Characters of a field: a licence has room for fewer, and an answer may hold anything. */
    private static final int LONGEST = 1000;

    private final String page;
    private final Map<LicenseField, Reading> readings;
    private final List<Warning> warnings;

    /**
     * @param page the first part of the fields' paths
     * @param warnings gets a warning for each reading that its rule does not understand
     */
    LicenseReadings(String page, Map<LicenseField, Reading> readings, List<Warning> warnings) {
        this.page = page;
        this.readings = readings;
        this.warnings = warnings;
    }

    /** Plain width, so that the same words compare equal whoever read them. */
    Field<String> text(LicenseField field, String name) {
        return parsed(field, name, text -> Optional.of(PlainText.fold(text).strip()));
    }

    /** A number or code: plain width, capitals, no blanks; never mended. */
    Field<String> code(LicenseField field, String name) {
        return parsed(field, name, text -> Optional.of(PlainText.code(text)));
    }

    /** The asterisks around it are the bar code's own start and stop marks (Code 39). */
    Field<String> barcode(LicenseField field, String name) {
        return parsed(field, name, text -> Optional.of(PlainText.without("*", PlainText.code(text))));
    }

    Field<LocalDate> date(LicenseField field, String name) {
        return parsed(field, name, PrintedDate::day);
    }

    Field<Integer> mass(LicenseField field, String name) {
        return parsed(field, name, Mass::kilograms);
    }

    Field<Integer> passengers(LicenseField field, String name) {
        return parsed(field, name, Passengers::count);
    }

    Field<Dimensions> dimensions(LicenseField field, String name) {
        return parsed(field, name, Dimensions::parse);
    }

    Field<String> plateNumber() {
        return PlateNumber.field(reading(LicenseField.PLATE_NUMBER), page + ".plateNumber", warnings);
    }

    UseCharacterField useCharacter() {
        UseCharacterField field = UseCharacterField.of(reading(LicenseField.USE_CHARACTER));
        if (field.value() != null && field.code() == null) {
            warnings.add(Warning.of(WarningCode.NOT_UNDERSTOOD, page + ".useCharacter.code"));
        }
        return field;
    }

    VinField vin() {
        return VinReading.read(reading(LicenseField.VIN), page + ".vin", warnings);
    }

    /** @param outside what is said of it outside the record; the later is the last inspection's */
    Field<YearMonth> inspectionValidUntil(Field<YearMonth> outside) {
        if (outside.value() != null) {
            Reading record = reading(LicenseField.INSPECTION_RECORD);
            Optional<YearMonth> recorded = record.isEmpty() ? Optional.empty() : InspectionRecord.validUntil(record.text());
            if (recorded.filter(month -> !month.isBefore(outside.value())).isEmpty()) {
                return outside;
            }
        }
        return parsed(LicenseField.INSPECTION_RECORD, "inspectionValidUntil", InspectionRecord::validUntil);
    }

    Field<YearMonth> month(LicenseField field, String name) {
        return parsed(field, name, PrintedDate::month);
    }

    Field<LocalDateTime> time(LicenseField field, String name) {
        return parsed(field, name, PrintedDate::time);
    }

    /** Several in one text, between commas. */
    Field<List<String>> list(LicenseField field, String name) {
        return parsed(field, name, text -> Optional.of(Arrays.stream(PlainText.fold(text).split("[,、;]")).map(String::strip)
                .filter(part -> !part.isEmpty()).toList()).filter(parts -> !parts.isEmpty()));
    }

    private <T> Field<T> parsed(LicenseField field, String name, Function<String, Optional<T>> rule) {
        Reading reading = reading(field);
        if (reading.isEmpty()) {
            return Field.of(null, reading);
        }
        Optional<T> value = reading.text().length() > LONGEST ? Optional.empty() : rule.apply(reading.text());
        if (value.isEmpty()) {
            warnings.add(Warning.of(WarningCode.NOT_UNDERSTOOD, page + "." + name));
        }
        return Field.of(value.orElse(null), reading);
    }

    private Reading reading(LicenseField field) {
        return readings.getOrDefault(field, Reading.NONE);
    }
}
