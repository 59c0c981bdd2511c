package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VehicleLicenseTest {

    @ParameterizedTest
    @CsvSource({ "2013-05-08, 2013-05-08", "2013年05月08日, 2013-05-08", "2013年5月8日, 2013-05-08", "20130508, 2013-05-08",
            "２０１３－０５－０８, 2013-05-08", "2013/5/8, 2013-05-08", "2013.05.08, 2013-05-08", "2012-02-29, 2012-02-29",
            "2013-02-30,", "0000-01-01,", "2013-13-01,", "2013-05,", "20130508x,", "08-05-2013," })
    void shouldReadDatesInEveryPrintedForm(String text, LocalDate date) {
        assertThat(PrintedDate.parse(text).orElse(null)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({ "2250kg, 2250", "'2,250 KG', 2250", "2.25吨, 2250", "2.25t, 2250", "２２５０ｋｇ, 2250", "1837公斤, 1837", "0kg, 0",
            "12250千克, 12250", "2250.0kg, 2250", "2250.5kg,", "2250,", "kg,", "'22,50kg',", "-2250kg,", "99999999999kg," })
    void shouldReadMassesInKilograms(String text, Integer kilograms) {
        assertThat(Mass.kilograms(text).orElse(null)).isEqualTo(kilograms);
    }

    @Test
    void shouldReadMassesWithAFullWidthThousandsSeparator() {
        assertThat(Mass.kilograms("2，250kg")).hasValue(2250);
    }

    @ParameterizedTest
    @CsvSource({ "5人, 5", "2+3人, 5", "7, 7", "５人, 5", "'5 人', 5", "人,", "5座,", "2+人,", "1000人," })
    void shouldCountPassengersAndAddUpSums(String text, Integer count) {
        assertThat(Passengers.count(text).orElse(null)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = { "4765×1795×1665mm", "4765x1795X1665mm", "4765*1795*1665 mm", "4765 ✕ 1795 ✖ 1665毫米",
            "４７６５×１７９５×１６６５ｍｍ", "4765×1795×1665" })
    void shouldReadDimensionsWithAnyCross(String text) {
        assertThat(Dimensions.parse(text)).hasValue(new Dimensions(4765, 1795, 1665));
    }

    @ParameterizedTest
    @ValueSource(strings = { "4765×1795mm", "4765-1795-1665", "47650000×1795×1665mm", "4.7×1.7×1.6m" })
    void shouldReadNoOtherDimensions(String text) {
        assertThat(Dimensions.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "检验有效期至2014年09月粤A(01), 2014-09", "检验有效期至2014年9月粤A（01）, 2014-09",
            "检验有效期至2013年11月 检验有效期至2015年11月皖A(4S), 2015-11",
            "检验有效期至2014年13月,", "强制报废期止：2030-01-01," })
    void shouldFindTheLastMonthOfAnInspection(String text, YearMonth month) {
        assertThat(InspectionRecord.validUntil(text).orElse(null)).isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource({ "非营运, A", "货运, F", "预约出租客运, T", "'非 营运', A", "私用," })
    void shouldGiveTheLetterOfTheUseCharacter(String text, String code) {
        assertThat(UseCharacterField.of(Reading.of(text)).code()).isEqualTo(code);
    }

    @Test
    void shouldGiveEachFieldItsValueAndItsText() {
        Normalized<VehicleLicenseDocument> read = VehicleLicenseDocument.of(front(), back());

        VehicleLicenseDocument.Front front = read.document().front();
        assertThat(front.plateNumber().value()).isEqualTo("京AF0236");
        assertThat(front.owner().value()).isEqualTo("某公司(北京)");
        assertThat(front.owner().text()).isEqualTo("某公司（北京）");
        assertThat(front.vin().value()).isEqualTo("LBV2B25G2E5069977");
        assertThat(front.engineNumber().value()).isEqualTo("AB12345C");
        assertThat(front.registerDate().value()).isEqualTo(LocalDate.of(2013, 5, 8));
        assertThat(front.issuingAuthority()).isEqualTo(new Field<String>(null, null, null, null));
        VehicleLicenseDocument.Back back = read.document().back();
        assertThat(back.approvedPassengers().value()).isEqualTo(5);
        assertThat(back.grossMassKg().value()).isEqualTo(2250);
        assertThat(back.tractionMassKg().value()).isNull();
        assertThat(back.tractionMassKg().text()).isEqualTo("--");
        assertThat(back.dimensions().value()).isEqualTo(new Dimensions(4765, 1795, 1665));
        assertThat(back.inspectionValidUntil().value()).isEqualTo(YearMonth.of(2014, 9));
        assertThat(back.inspectionRecord().value()).isEqualTo("检验有效期至2014年09月粤A(01)");
        assertThat(back.barcodeNumber().value()).isEqualTo("880000066XXXX");
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void shouldWarnOfWhatItCannotUnderstandAndKeepTheText() {
        Map<LicenseField, Reading> front = front();
        front.put(LicenseField.REGISTER_DATE, Reading.of("2013-02-30"));
        Map<LicenseField, Reading> back = back();
        back.put(LicenseField.GROSS_MASS, Reading.of("unreadable"));

        Normalized<VehicleLicenseDocument> read = VehicleLicenseDocument.of(front, back);

        assertThat(read.document().front().registerDate().value()).isNull();
        assertThat(read.document().front().registerDate().text()).isEqualTo("2013-02-30");
        assertThat(read.warnings()).containsExactly(Warning.notUnderstood("front.registerDate"),
                Warning.notUnderstood("back.grossMassKg"));
    }

    @Test
    void shouldWarnWhereFrontAndBackNameDifferentPlates() {
        Map<LicenseField, Reading> back = back();
        back.put(LicenseField.PLATE_NUMBER, Reading.of("沪A12345"));

        assertThat(VehicleLicenseDocument.of(front(), back).warnings()).extracting(Warning::code, Warning::field)
                .containsExactly(tuple("plate-mismatch", "back.plateNumber"));
    }

    @Test
    void shouldHaveNoPageThatWasNotFound() {
        assertThat(VehicleLicenseDocument.of(front(), null).document().back()).isNull();
        assertThat(VehicleLicenseDocument.of(Map.of(LicenseField.OWNER, Reading.of("--")), back()).document().front()).isNull();
        assertThat(VehicleLicenseDocument.of(null, Map.of()).warnings()).containsExactly(Warning.nothingFound());
    }

    private static Map<LicenseField, Reading> front() {
        return readings(Map.of(LicenseField.PLATE_NUMBER, "京A·F0236", LicenseField.OWNER, "某公司（北京）", LicenseField.VIN,
                "LBV2B25G2E5069977", LicenseField.ENGINE_NUMBER, "ab 12345c", LicenseField.REGISTER_DATE, "2013-05-08"));
    }

    private static Map<LicenseField, Reading> back() {
        return readings(Map.of(LicenseField.PLATE_NUMBER, "京AF0236", LicenseField.APPROVED_PASSENGERS, "5人",
                LicenseField.GROSS_MASS, "2250kg", LicenseField.TRACTION_MASS, "--", LicenseField.DIMENSIONS,
                "4765×1795×1665mm",
                LicenseField.INSPECTION_RECORD, "检验有效期至2014年09月粤A（01）", LicenseField.BARCODE_NUMBER, "*880000066XXXX*"));
    }

    private static Map<LicenseField, Reading> readings(Map<LicenseField, String> texts) {
        Map<LicenseField, Reading> readings = new HashMap<>();
        texts.forEach((field, text) -> readings.put(field, Reading.of(text)));
        return readings;
    }
}
