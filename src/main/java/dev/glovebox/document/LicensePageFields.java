package dev.glovebox.document;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Converts the readings of one page of a vehicle licence to typed fields. */
final class LicensePageFields {

    /** Longer texts are not parsed. No field of a licence has so much room; the limit protects against hostile answers. */
    private static final int MAX_TEXT_LENGTH = 1000;

    private final String page;
    private final Map<LicenseField, Reading> readings;
    private final List<Warning> warnings;

    /**
     * @param page the first part of the paths of the fields, such as {@code front}
     * @param readings the texts of the page; a missing field was not read
     * @param warnings receives a warning for each text that is not a valid value
     */
    LicensePageFields(String page, Map<LicenseField, Reading> readings, List<Warning> warnings) {
        this.page = page;
        this.readings = readings;
        this.warnings = warnings;
    }

    /** Returns a text in half-width characters, so that the texts of different providers compare equal. */
    Field<String> text(LicenseField field, String name) {
        return parse(field, name, text -> Optional.of(PlainText.toHalfWidth(text).strip()));
    }

    /** Returns a number or code in half-width capitals without blanks. Misread characters are not corrected. */
    Field<String> code(LicenseField field, String name) {
        return parse(field, name, text -> Optional.of(PlainText.toCode(text)));
    }

    /** Returns the number of a bar code without the asterisks, which are the start and stop characters of Code 39. */
    Field<String> barcode(LicenseField field, String name) {
        return parse(field, name, text -> Optional.of(PlainText.remove("*", PlainText.toCode(text))));
    }

    /** Returns a day. */
    Field<LocalDate> date(LicenseField field, String name) {
        return parse(field, name, PrintedDate::parseDay);
    }

    /** Returns a mass in whole kilograms. */
    Field<Integer> mass(LicenseField field, String name) {
        return parse(field, name, Mass::parseKilograms);
    }

    /** Returns a number of passengers. */
    Field<Integer> passengers(LicenseField field, String name) {
        return parse(field, name, Passengers::parseCount);
    }

    /** Returns the dimensions of the vehicle. */
    Field<Dimensions> dimensions(LicenseField field, String name) {
        return parse(field, name, Dimensions::parse);
    }

    /** Returns the normalized plate number. */
    Field<String> plateNumber() {
        return PlateNumber.field(reading(LicenseField.PLATE_NUMBER), page + ".plateNumber", warnings);
    }

    /** Returns the use of the vehicle. Adds a warning if the text has no code in GA 24.3. */
    UseCharacterField useCharacter() {
        UseCharacterField field = UseCharacterField.of(reading(LicenseField.USE_CHARACTER));
        if (field.value() != null && field.code() == null) {
            warnings.add(Warning.of(WarningCode.NOT_UNDERSTOOD, page + ".useCharacter.code"));
        }
        return field;
    }

    /** Returns the VIN. */
    VinField vin() {
        return VinReading.toField(reading(LicenseField.VIN), page + ".vin", warnings);
    }

    /**
     * Returns the month at whose end the last inspection expires.
     *
     * @param electronic the same month from the electronic fields; its value may be null
     * @return the later one of the electronic field and of the month in the inspection record
     */
    Field<YearMonth> inspectionValidUntil(Field<YearMonth> electronic) {
        if (electronic.value() != null) {
            Reading record = reading(LicenseField.INSPECTION_RECORD);
            Optional<YearMonth> recorded = record.isEmpty() ? Optional.empty()
                    : InspectionRecord.parseValidUntil(record.text());
            if (recorded.filter(month -> !month.isBefore(electronic.value())).isEmpty()) {
                return electronic;
            }
        }
        return parse(LicenseField.INSPECTION_RECORD, "inspectionValidUntil", InspectionRecord::parseValidUntil);
    }

    /** Returns a month. */
    Field<YearMonth> month(LicenseField field, String name) {
        return parse(field, name, PrintedDate::parseMonth);
    }

    /** Returns a day with a time of day. */
    Field<LocalDateTime> time(LicenseField field, String name) {
        return parse(field, name, PrintedDate::parseTime);
    }

    /** Returns the parts of a text that is separated by commas or semicolons. */
    Field<List<String>> list(LicenseField field, String name) {
        return parse(field, name, text -> {
            List<String> parts = Arrays.stream(PlainText.toHalfWidth(text).split("[,、;]")).map(String::strip)
                    .filter(part -> !part.isEmpty()).toList();
            return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
        });
    }

    private <T> Field<T> parse(LicenseField field, String name, Function<String, Optional<T>> parser) {
        Reading reading = reading(field);
        if (reading.isEmpty()) {
            return Field.of(null, reading);
        }
        Optional<T> value = reading.text().length() > MAX_TEXT_LENGTH ? Optional.empty() : parser.apply(reading.text());
        if (value.isEmpty()) {
            warnings.add(Warning.of(WarningCode.NOT_UNDERSTOOD, page + "." + name));
        }
        return Field.of(value.orElse(null), reading);
    }

    private Reading reading(LicenseField field) {
        return readings.getOrDefault(field, Reading.NONE);
    }
}
