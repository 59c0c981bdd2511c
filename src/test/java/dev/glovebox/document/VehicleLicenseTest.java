package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VehicleLicenseTest {

    @ParameterizedTest
    @CsvSource({ "2013-05-08, 2013-05-08", "2013年05月08日, 2013-05-08", "2013年5月8日, 2013-05-08", "20130508, 2013-05-08",
            "２０１３－０５－０８, 2013-05-08", "2013/5/8, 2013-05-08", "2013.05.08, 2013-05-08", "2012-02-29, 2012-02-29",
            "1886-01-01, 1886-01-01",
            "1885-12-31,", "2099-12-31, 2099-12-31", "2100-01-01,", "9013-05-08,", "2013-02-30,", "0000-01-01,", "2013-13-01,",
            "2013-05,", "20130508x,", "08-05-2013," })
    void dayIsParsedInEveryPrintedForm(String text, LocalDate date) {
        assertThat(PrintedDate.parseDay(text).orElse(null)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({ "2250kg, 2250", "'2,250 KG', 2250", "2.25吨, 2250", "2.25t, 2250", "２２５０ｋｇ, 2250", "1837公斤, 1837", "0kg, 0",
            "㎏,", "2250㎏, 2250", "10.000kg,", "'3,500t',", "999.999t, 999999", "1000t,", "1000000kg,",
            "12250千克, 12250", "2250.0kg, 2250", "2250.5kg,", "2250,", "kg,", "'22,50kg',", "-2250kg,", "99999999999kg," })
    void massIsParsedAsKilograms(String text, Integer kilograms) {
        assertThat(Mass.parseKilograms(text).orElse(null)).isEqualTo(kilograms);
    }

    @Test
    void massMayContainAFullWidthThousandsSeparator() {
        assertThat(Mass.parseKilograms("2，250kg")).hasValue(2250);
    }

    @ParameterizedTest
    @CsvSource({ "5人, 5", "2+3人, 5", "7, 7", "５人, 5", "'5 人', 5", "人,", "5座,", "2+人,", "1000人,", "1+1+1+1+1人, 5",
            "1+1+1+1+1+1人," })
    void passengerCountMayBeASum(String text, Integer count) {
        assertThat(Passengers.parseCount(text).orElse(null)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = { "4765×1795×1665mm", "4765x1795X1665mm", "4765*1795*1665 mm", "4765 ✕ 1795 ✖ 1665毫米",
            "４７６５×１７９５×１６６５ｍｍ", "4765×1795×1665" })
    void dimensionsAreParsedWithEveryMultiplicationSign(String text) {
        assertThat(Dimensions.parse(text)).hasValue(new Dimensions(4765, 1795, 1665));
    }

    @ParameterizedTest
    @ValueSource(strings = { "4765×1795mm", "4765-1795-1665", "47650000×1795×1665mm", "4.7×1.7×1.6m" })
    void malformedDimensionsAreNotParsed(String text) {
        assertThat(Dimensions.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "检验有效期至2014年09月粤A(01), 2014-09", "检验有效期至2014年9月粤A（01）, 2014-09",
            "检验有效期至2013年11月 检验有效期至2015年11月皖A(4S), 2015-11",
            "检验有效期至2014年13月,", "强制报废期止：2030-01-01," })
    void lastMonthOfTheInspectionRecordIsUsed(String text, YearMonth month) {
        assertThat(InspectionRecord.parseValidUntil(text).orElse(null)).isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource({ "非营运, A", "货运, F", "预约出租客运, T", "'非 营运', A", "私用,", "出租营转非, M", "出租转非, M", "危险货物运输, R", "危化品运输, R",
            "接送幼儿, O", "小学生, P", "接送小学生, P", "初中生, Q", "其他校车, Q", "初中生校车, Q", "中小学生, S", "接送中小学生, S" })
    void useCharacterHasALetterCode(String text, String code) {
        assertThat(UseCharacterField.of(Reading.of(text)).code()).isEqualTo(code);
    }

    @Test
    void fieldContainsItsValueAndItsText() {
        NormalizedDocument<VehicleLicenseDocument> read = license(front(), back());

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
    void unparsableTextIsKeptAndGetsAWarning() {
        Map<LicenseField, Reading> front = front();
        front.put(LicenseField.REGISTER_DATE, Reading.of("2013-02-30"));
        Map<LicenseField, Reading> back = back();
        back.put(LicenseField.GROSS_MASS, Reading.of("unreadable"));

        NormalizedDocument<VehicleLicenseDocument> read = license(front, back);

        assertThat(read.document().front().registerDate().value()).isNull();
        assertThat(read.document().front().registerDate().text()).isEqualTo("2013-02-30");
        assertThat(read.warnings()).containsExactly(Warning.of(WarningCode.NOT_UNDERSTOOD, "front.registerDate"),
                Warning.of(WarningCode.NOT_UNDERSTOOD, "back.grossMassKg"));
    }

    @Test
    void oversizedTextIsNotParsed() {
        Map<LicenseField, Reading> back = back();
        back.put(LicenseField.APPROVED_PASSENGERS, Reading.of("1+".repeat(1_000_000) + "1人"));
        back.put(LicenseField.GROSS_MASS, Reading.of("1".repeat(1_000_000) + "kg"));

        assertThat(license(null, back).warnings()).containsExactly(
                Warning.of(WarningCode.NOT_UNDERSTOOD, "back.approvedPassengers"),
                Warning.of(WarningCode.NOT_UNDERSTOOD, "back.grossMassKg"));
        assertThat(Passengers.parseCount("1+".repeat(499) + "1人")).isEmpty();
    }

    @Test
    void useCharacterOutsideTheStandardGetsAWarning() {
        Map<LicenseField, Reading> front = front();
        front.put(LicenseField.USE_CHARACTER, Reading.of("非营业"));
        NormalizedDocument<VehicleLicenseDocument> read = license(front, null);

        assertThat(read.document().front().useCharacter().value()).isEqualTo("非营业");
        assertThat(read.warnings())
                .containsExactly(Warning.of(WarningCode.NOT_UNDERSTOOD, "front.useCharacter.code"));
    }

    @Test
    void plateNumberThatMatchesNoFormatGetsAWarning() {
        Map<LicenseField, Reading> front = front();
        front.put(LicenseField.PLATE_NUMBER, Reading.of("京A123"));

        assertThat(license(front, null).warnings())
                .containsExactly(Warning.of(WarningCode.PLATE_FORMAT, "front.plateNumber"));
    }

    @Test
    void differentPlateNumbersOnFrontAndBackGetAWarning() {
        Map<LicenseField, Reading> back = back();
        back.put(LicenseField.PLATE_NUMBER, Reading.of("沪A12345"));

        assertThat(license(front(), back).warnings()).extracting(Warning::code, Warning::field)
                .containsExactly(tuple(WarningCode.PLATE_MISMATCH, "back.plateNumber"));
    }

    @Test
    void pageThatWasNotFoundIsNull() {
        assertThat(license(front(), null).document().back()).isNull();
        assertThat(license(Map.of(LicenseField.OWNER, Reading.of("--")), back()).document().front()).isNull();
        assertThat(license(null, Map.of()).warnings()).containsExactly(Warning.of(WarningCode.NOTHING_FOUND));
    }

    @ParameterizedTest
    @CsvSource({ "2025年11月, 2025-11", "2025-11, 2025-11", "2025.1, 2025-01", "202511, 2025-11", "２０２５年１１月, 2025-11",
            "2025-11-30, 2025-11", "2025年11月30日, 2025-11", "1886-01, 1886-01", "1885-12,", "2025-13,", "0000-01,",
            "2025-02-30,", "2025年,", "11-2025,",
            "202511x," })
    void monthIsParsedInEveryPrintedForm(String text, YearMonth month) {
        assertThat(PrintedDate.parseMonth(text).orElse(null)).isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource({ "2025-01-31 10:00:59, 2025-01-31T10:00:59", "2025年01月31日 10:00, 2025-01-31T10:00",
            "2025-01-31T23:59:59, 2025-01-31T23:59:59", "20250131 10:00:00, 2025-01-31T10:00", "2025-01-31,", "10:00:00,",
            "2025-01-31 24:00:01,", "2025-02-30 10:00:00," })
    void timeIsParsedInEveryPrintedForm(String text, LocalDateTime time) {
        assertThat(PrintedDate.parseTime(text).orElse(null)).isEqualTo(time);
    }

    @Test
    void everyUseCharacterHasASource() {
        assertThat(DataTable.load("use-characters.tsv").rows()).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(row).hasSize(4);
            assertThat(row[1]).matches("[A-U]");
        });
        assertThat(DataTable.load("use-characters.tsv").rows().map(row -> row[0]).toList()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void everyUseCharacterHasItsOwnLetter() {
        assertThat(Stream.of("非营运", "公路客运", "公交客运", "出租客运", "旅游客运", "货运", "租赁", "警用", "消防", "救护", "工程救险", "营转非",
                "出租转非", "教练", "幼儿校车", "小学生校车", "初中生校车", "危化品运输", "中小学生校车", "预约出租客运", "预约出租转非")
                .map(word -> UseCharacterField.of(Reading.of(word)).code()).collect(Collectors.joining()))
                .isEqualTo("ABCDEFGHIJKLMNOPQRSTU");
        UseCharacterField placeholder = UseCharacterField.of(Reading.of("--"));
        assertThat(placeholder.value()).isNull();
        assertThat(placeholder.code()).isNull();
        assertThat(placeholder.text()).isEqualTo("--");
    }

    @ParameterizedTest
    @CsvSource({ "2013-05-08, 2013-05-08, false", "2013-05-08, 2013-05-09, false", "2013-05-08, 2013-05-07, true",
            "2013-05-08, --, false", "--, 2013-05-07, false" })
    void issueDateBeforeTheRegistrationGetsAWarning(String registered, String issued, boolean warned) {
        Map<LicenseField, Reading> front = readings(
                Map.of(LicenseField.OWNER, "某某", LicenseField.REGISTER_DATE, registered, LicenseField.ISSUE_DATE, issued));

        assertThat(license(front, null).warnings())
                .isEqualTo(warned ? List.of(Warning.of(WarningCode.DATE_ORDER, "front.issueDate")) : List.of());
    }

    @ParameterizedTest
    @CsvSource({ "2250kg, 2250kg, false", "2251kg, 2250kg, false", "2249kg, 2250kg, true", "--, 2250kg, false",
            "2.2吨, 2250kg, true", "2249kg, --, false" })
    void grossMassBelowTheUnladenMassGetsAWarning(String gross, String unladen, boolean warned) {
        Map<LicenseField, Reading> back = readings(
                Map.of(LicenseField.FILE_NUMBER, "1", LicenseField.GROSS_MASS, gross, LicenseField.UNLADEN_MASS, unladen));

        assertThat(license(null, back).warnings())
                .isEqualTo(warned ? List.of(Warning.of(WarningCode.MASS_ORDER, "back.grossMassKg")) : List.of());
    }

    @Test
    void wrongCheckDigitOnALicenseGetsAWarning() {
        Map<LicenseField, Reading> front = front();
        front.put(LicenseField.VIN, Reading.of("LVBB2FAF777999888"));

        assertThat(license(front, null).warnings())
                .containsExactly(Warning.of(WarningCode.VIN_CHECK_DIGIT, "front.vin"));
    }

    @Test
    void fieldsOfAnElectronicLicenseAreParsed() {
        Map<LicenseField, Reading> back = back();
        back.remove(LicenseField.INSPECTION_RECORD);
        VehicleLicenseDocument document = VehicleLicenseDocument.of(new LicensePages(LicenseKind.ELECTRONIC, front(), back,
                readings(Map.of(LicenseField.STATUS, "逾期未检验、违法未处理", LicenseField.INSPECTION_VALID_UNTIL, "2025年11月",
                        LicenseField.MANDATORY_SCRAPPING_DATE, "2099-12-31", LicenseField.GENERATED_AT,
                        "2025-01-31 10:00:00"))))
                .document();

        assertThat(document.kind()).isEqualTo(LicenseKind.ELECTRONIC);
        assertThat(document.electronic().status().value()).containsExactly("逾期未检验", "违法未处理");
        assertThat(document.electronic().inspectionValidUntil().value()).isEqualTo(YearMonth.of(2025, 11));
        assertThat(document.electronic().mandatoryScrappingDate().value()).isEqualTo(LocalDate.of(2099, 12, 31));
        assertThat(document.electronic().generatedAt().value()).isEqualTo(LocalDateTime.of(2025, 1, 31, 10, 0));
        assertThat(document.back().inspectionValidUntil()).as("the month comes from outside the inspection record")
                .isEqualTo(document.electronic().inspectionValidUntil());
        assertThat(document.back().inspectionRecord().value()).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "2014年08月, 2014-09", "2014年09月, 2014-09", "2014年10月, 2014-10", "--, 2014-09", "soon, 2014-09" })
    void laterOfTheTwoInspectionMonthsIsUsed(String outside, YearMonth later) {
        VehicleLicenseDocument document = VehicleLicenseDocument.of(new LicensePages(LicenseKind.ELECTRONIC, front(), back(),
                readings(Map.of(LicenseField.INSPECTION_VALID_UNTIL, outside)))).document();

        assertThat(document.back().inspectionValidUntil().value()).isEqualTo(later);
    }

    @Test
    void unparsableRecordGetsNoWarningIfTheMonthIsKnown() {
        Map<LicenseField, Reading> back = back();
        back.put(LicenseField.INSPECTION_RECORD, Reading.of("见电子档案"));
        NormalizedDocument<VehicleLicenseDocument> read = VehicleLicenseDocument.of(new LicensePages(LicenseKind.ELECTRONIC,
                front(), back, readings(Map.of(LicenseField.INSPECTION_VALID_UNTIL, "2025年11月"))));

        assertThat(read.document().back().inspectionValidUntil().value()).isEqualTo(YearMonth.of(2025, 11));
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "正常 | 正常", "正常，抵押 | 正常 抵押", "正常、、抵押; | 正常 抵押", "正常 , 抵押 | 正常 抵押", "、，|" })
    void statusTextIsSplitIntoItsStates(String text, String states) {
        NormalizedDocument<VehicleLicenseDocument> read = VehicleLicenseDocument.of(new LicensePages(LicenseKind.ELECTRONIC,
                front(), null, readings(Map.of(LicenseField.STATUS, text))));

        assertThat(read.document().electronic().status().value())
                .isEqualTo(states == null ? null : List.of(states.split(" ")));
        assertThat(read.warnings()).isEqualTo(
                states == null ? List.of(Warning.of(WarningCode.NOT_UNDERSTOOD, "electronic.status")) : List.of());
    }

    @Test
    void cardHasNoElectronicPage() {
        assertThat(license(front(), back()).document().electronic()).isNull();
        assertThat(license(front(), back()).document().kind()).isNull();
    }

    @Test
    void everyFieldIsListedUnderItsPath() throws ReflectiveOperationException {
        VehicleLicenseDocument document = VehicleLicenseDocument
                .of(new LicensePages(null, front(), back(), readings(Map.of(LicenseField.STATUS, "正常")))).document();

        List<String> paths = new ArrayList<>();
        for (Object page : List.of(document.front(), document.back(), document.electronic())) {
            for (RecordComponent field : page.getClass().getRecordComponents()) {
                String path = page.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + field.getName();
                paths.add(path);
                assertThat(document.fields().get(path)).as(path).isSameAs(field.getAccessor().invoke(page));
            }
        }
        assertThat(document.fields().keySet()).containsExactlyElementsOf(paths);
        assertThat(license(null, back()).document().fields().keySet()).allMatch(path -> path.startsWith("back."));
    }

    @ParameterizedTest
    @CsvSource({ "*880000066XXXX*, 880000066XXXX", "880000066xxxx, 880000066XXXX", "' * 88 00 * ', 8800", "**," })
    void marksOfABarcodeNumberAreRemoved(String text, String number) {
        Map<LicenseField, Reading> back = back();
        back.put(LicenseField.BARCODE_NUMBER, Reading.of(text));

        assertThat(license(null, back).document().back().barcodeNumber().value()).isEqualTo(number);
    }

    private static NormalizedDocument<VehicleLicenseDocument> license(Map<LicenseField, Reading> front,
            Map<LicenseField, Reading> back) {
        return VehicleLicenseDocument.of(LicensePages.of(front, back));
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
