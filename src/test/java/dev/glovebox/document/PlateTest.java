package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateTest {

    /** Numbers as in the examples of GA 36-2018 and of public descriptions of military plates. */
    @ParameterizedTest
    @CsvSource({ "京AF0236, ORDINARY", "粤CBE815, ORDINARY", "新A00001, ORDINARY", "京O12345, ORDINARY", "藏Z9Z9Z9, ORDINARY",
            "晋MF07280, NEV_SMALL", "云JFC4852, NEV_SMALL", "京AD12345, NEV_SMALL", "沪AKZ9999, NEV_SMALL",
            "京A12345D, NEV_LARGE", "粤B00001F, NEV_LARGE", "粤B00001K, NEV_LARGE",
            "陕EY743警, POLICE", "京AA000警, POLICE", "冀D1234挂, TRAILER", "粤BZ99Z挂, TRAILER", "鲁B1234学, TRAINER",
            "粤Z1234港, HONG_KONG_MACAU", "粤ZAB12澳, HONG_KONG_MACAU", "沪A1234领, CONSULATE", "粤AB123领, CONSULATE",
            "123456使, EMBASSY", "使123456, EMBASSY",
            "VA12345, ARMED_FORCES", "KA00001, ARMED_FORCES", "ZZ99999, ARMED_FORCES", "WJ京12345, ARMED_FORCES",
            "WJ1234B, ARMED_FORCES", "WJ琼1234X, ARMED_FORCES" })
    void numberDeterminesTheFormat(String number, PlateFormat format) {
        assertThat(PlateFormat.of(number)).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "京", "京A1234", "京A123456", "琼DON933", "京I12345", "京A1234I", "京A1234O", "A12345", "京京A1234",
            "京AL12345", "京AD1234A", "京A123D45", "京A12345L", "京A12345挂", "京A123挂", "京I1234警", "京AO123学", "京A1234港",
            "粤A1234澳", "粤Z12345港", "12345使", "1234567使", "使12345", "A23456使", "FA12345", "VI12345", "VA1234", "VA123456",
            "V12345A", "WJ京123456", "WJ京123O5", "WJ国12345", "WJ12345I", "京X1234应急", "民航A1234", "无人", "京A***36", "京A1234临",
            "京AD|2345", "京AF·236", "京A12345京A12345" })
    void numberThatMatchesNoFormatIsOther(String number) {
        assertThat(PlateFormat.of(number)).isEqualTo(PlateFormat.OTHER);
    }

    @ParameterizedTest
    @CsvSource({ "京A·F0236, 京AF0236", "京a f0236, 京AF0236", "京Ａ-Ｆ０２３６, 京AF0236", "津B：6H920, 津B6H920", "粤C•BE815, 粤CBE815",
            "粤C・BE815, 粤CBE815", "粤C－BE815, 粤CBE815", "粤C—BE815, 粤CBE815", "粤C.BE815, 粤CBE815", "'粤C\nBE815', 粤CBE815",
            "'粤C　BE815', 粤CBE815", "京·AF0236, 京AF0236", "WJ京·1234X, WJ京1234X", "WJ-12345, WJ12345",
            "京A·***36, 京A***36", "京AD|2345, 京AD|2345", "京AD_2345, 京AD_2345", "京AD1|345, 京AD1|345", "京AD-2345, 京AD-2345",
            "京A·F·236, 京AF·236",
            "京A'F0236, 京A'F0236", "京A˙F0236, 京A˙F0236" })
    void numberIsNormalized(String text, String number) {
        assertThat(PlateNumber.normalize(Reading.of(text))).isEqualTo(number);
    }

    @Test
    void lineBreaksAndHiddenCharactersAreRemovedFromTheNumber() {
        assertThat(PlateNumber.normalize(Reading.of("\u200B粤B\r\nF023\u00A0挂\uFEFF"))).isEqualTo("粤BF023挂");
        assertThat(PlateNumber.normalize(Reading.of("·"))).isNull();
    }

    @Test
    void plateOfHighestConfidenceIsFirstAndKeepsItsText() {
        NormalizedDocument<LicensePlateDocument> read = LicensePlateDocument.of(List.of(plate("京A·F0236", 0.5, PlateColor.BLUE),
                plate("粤C·BE815", 0.9, PlateColor.BLUE), plate("", 1.0, null), plate("沪A12345", null, PlateColor.BLUE)));

        assertThat(read.document().plates()).extracting(plate -> plate.number().value())
                .containsExactly("粤CBE815", "京AF0236", "沪A12345");
        Plate first = read.document().plates().get(0);
        assertThat(first.number().text()).isEqualTo("粤C·BE815");
        assertThat(first.number().confidence()).isEqualTo(0.9);
        assertThat(first.color().value()).isEqualTo(PlateColor.BLUE);
        assertThat(first.color().text()).isEqualTo("BLUE");
        assertThat(first.province()).isEqualTo("粤");
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "晋MF07280, GREEN, 0", "晋MF07280, BLUE, 1", "京A12345D, YELLOW_GREEN, 0", "京A12345D, GREEN, 1",
            "陕EY743警, WHITE, 0",
            "陕EY743警, BLUE, 1", "京AF0236, GREEN, 1", "京AF0236, YELLOW, 0", "京AF0236, OTHER, 0", "京AF0236, WHITE, 1",
            "粤B12345, BLACK, 0",
            "WJ京12345, WHITE, 0", "WJ京12345, BLUE, 1", "无人, YELLOW, 0", "冀D1234挂, YELLOW, 0", "冀D1234挂, BLUE, 1",
            "鲁B1234学, YELLOW, 0",
            "粤Z1234港, BLACK, 0", "粤Z1234港, BLUE, 1", "沪A1234领, BLACK, 0", "123456使, BLACK, 0", "123456使, WHITE, 1" })
    void colorThatContradictsTheFormatGetsAWarning(String number, PlateColor color, int warnings) {
        assertThat(LicensePlateDocument.of(List.of(plate(number, 0.9, color))).warnings())
                .filteredOn(warning -> warning.code() != WarningCode.PLATE_FORMAT).hasSize(warnings).allSatisfy(warning -> {
                    assertThat(warning.code()).isEqualTo(WarningCode.PLATE_COLOR);
                    assertThat(warning.field()).isEqualTo("plates[0].color");
                });
    }

    @ParameterizedTest
    @CsvSource({ "京AF0236, false", "WJ京12345, false", "123456使, false", "京A1234, true", "京AO1234, true", "琼DON933, true",
            "京X1234应急, true", "京AD|2345, true" })
    void numberThatMatchesNoFormatGetsAWarning(String number, boolean warned) {
        NormalizedDocument<LicensePlateDocument> read = LicensePlateDocument.of(List.of(plate(number, 0.9, null)));

        assertThat(read.warnings()).isEqualTo(
                warned ? List.of(Warning.of(WarningCode.PLATE_FORMAT, "plates[0].number")) : List.of());
        assertThat(read.document().plates()).as("the plate is kept").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = { "blue, BLUE", "BLUE, BLUE", "蓝色, BLUE", "' 蓝 ', BLUE", "黄绿色, YELLOW_GREEN",
            "pink, OTHER", "色, OTHER",
            "'', null", "--, null", "null, null" })
    void colorIsRecognizedInEverySpelling(String word, PlateColor color) {
        PlateReading read = PlateReading.of(Reading.of("京AF0236"), word,
                Map.of("blue", PlateColor.BLUE, "蓝", PlateColor.BLUE, "黄绿", PlateColor.YELLOW_GREEN));

        assertThat(read.color()).isEqualTo(color);
        assertThat(read.colorText()).isEqualTo(word);
    }

    @Test
    void provinceIsNullIfTheNumberContainsNone() {
        assertThat(PlateFormat.provinceOf("WJ12345")).isNull();
        assertThat(PlateFormat.provinceOf("")).isNull();
        assertThat(PlateFormat.provinceOf("粤Z1234港")).isEqualTo("粤");
    }

    @Test
    void documentWithoutPlatesGetsAWarning() {
        NormalizedDocument<LicensePlateDocument> read = LicensePlateDocument.of(List.of());

        assertThat(read.document().plates()).isEmpty();
        assertThat(read.warnings()).containsExactly(Warning.of(WarningCode.NOTHING_FOUND));
    }

    private static PlateReading plate(String number, Double confidence, PlateColor color) {
        return new PlateReading(new Reading(number, confidence, null), color == null ? null : color.name(), color);
    }
}
