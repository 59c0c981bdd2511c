package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Properties of the parsers for printed days, months, masses, passenger counts and dimensions. */
class LicensePropertiesTest {

    @Property
    void existingDayIsParsedInEveryForm(@ForAll @IntRange(max = 2110) int year,
            @ForAll @IntRange(max = 14) int month, @ForAll @IntRange(max = 33) int day) {
        Optional<LocalDate> date = existingDate(year, month, day);

        for (String form : List.of("%04d-%02d-%02d", "%04d年%02d月%02d日", "%04d%02d%02d", "%04d/%d/%d", "%04d.%02d.%d",
                "%04d年%d月%d日", "%04d 年 %d 月 %d 日", "%04d－%02d－%02d", "%04d年%d月%d")) {
            String text = form.formatted(year, month, day);
            assertThat(PrintedDate.parseDay(text)).as(text).isEqualTo(date);
            assertThat(PrintedDate.parseTime(text + " 23:59:00")).as(text)
                    .isEqualTo(date.map(existing -> existing.atTime(23, 59)));
        }
    }

    @Property
    void existingMonthIsParsedInEveryForm(@ForAll @IntRange(max = 2110) int year,
            @ForAll @IntRange(max = 14) int month) {
        Optional<YearMonth> expected = existingDate(year, month, 1).map(YearMonth::from);

        for (String form : List.of("%04d-%02d", "%04d年%02d月", "%04d%02d", "%04d/%d", "%04d.%d", "%04d年%d月")) {
            String text = form.formatted(year, month);
            assertThat(PrintedDate.parseMonth(text)).as(text).isEqualTo(expected);
        }
        for (String form : List.of("检验有效期至%04d年%02d月京A(01)", "检验有效期至：%04d年%d月", "检验 有效期至 %04d-%02d", "检验有效期至%04d.%02d京A")) {
            assertThat(InspectionRecord.parseValidUntil(form.formatted(year, month))).as(form).isEqualTo(expected);
        }
    }

    @Property
    void massIsParsedInEveryUnitAndForm(@ForAll @IntRange(max = 999_999) int kilograms) {
        for (String text : List.of("%dkg".formatted(kilograms), "%d KG".formatted(kilograms), "%,dkg".formatted(kilograms),
                "%d公斤".formatted(kilograms), "%d.0千克".formatted(kilograms), "%.3ft".formatted(kilograms / 1000.0),
                "%.3f 吨".formatted(kilograms / 1000.0), "%d，%03d kg".formatted(kilograms / 1000 % 999 + 1, kilograms % 1000))) {
            int expected = text.contains("，") ? (kilograms / 1000 % 999 + 1) * 1000 + kilograms % 1000 : kilograms;
            assertThat(Mass.parseKilograms(text)).as(text).hasValue(expected);
            assertThat(Mass.parseKilograms("-" + text)).as("-" + text).isEmpty();
        }
        assertThat(Mass.parseKilograms(kilograms + ".5kg")).as("half a kilogram").isEmpty();
        assertThat(Mass.parseKilograms(kilograms + ".000kg")).as("the point may be a thousands separator").isEmpty();
        assertThat(Mass.parseKilograms("1,%03d吨".formatted(kilograms % 1000))).as("the comma may be a decimal point").isEmpty();
        assertThat(Mass.parseKilograms(String.valueOf(kilograms))).as("no unit").isEmpty();
    }

    @Property
    void passengerCountIsTheSumOfTheRows(@ForAll @Size(min = 1, max = 4) List<@IntRange(max = 999) Integer> rows) {
        String sum = String.join("+", rows.stream().map(String::valueOf).toList());

        assertThat(Passengers.parseCount(sum + "人")).hasValue(rows.stream().mapToInt(Integer::intValue).sum());
        assertThat(Passengers.parseCount(sum + "+人")).isEmpty();
    }

    @Property
    void dimensionsAreParsedWithEveryMultiplicationSign(@ForAll @IntRange(min = 100, max = 99_999) int length,
            @ForAll @IntRange(min = 100, max = 99_999) int width, @ForAll @IntRange(min = 100, max = 99_999) int height) {
        for (String sign : List.of("×", "x", "X", "*", "✕", "✖", " × ", "＊", "⨯", "х", "mm×", "\u200B×")) {
            String text = length + sign + width + sign + height;
            assertThat(Dimensions.parse(text + "Mm")).as(text).hasValue(new Dimensions(length, width, height));
            assertThat(Dimensions.parse(text + sign)).as(text + sign).isEmpty();
        }
    }

    @Property
    void textOfEveryFieldIsTheTextOfTheProvider(@ForAll String text, @ForAll LicenseField field) {
        Map<LicenseField, Reading> page = Map.of(field, Reading.of(text));
        NormalizedDocument<VehicleLicenseDocument> read = VehicleLicenseDocument.of(new LicensePages(null, page, page, page));

        assertThat(read.document().fields().values()).allSatisfy(
                parsed -> assertThat(parsed.text()).as("the text of the provider or null").isIn(text, null));
    }

    private static Optional<LocalDate> existingDate(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day)).filter(date -> year >= 1886 && year <= 2099);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
