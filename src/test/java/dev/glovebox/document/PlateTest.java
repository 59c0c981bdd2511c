package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
            "沪22405领, CONSULATE", "粤01234领, CONSULATE", "使A0062, EMBASSY", "京X1234应急, EMERGENCY", "沪S0001应急, EMERGENCY",
            "京12345应急, EMERGENCY", "应急京123X, EMERGENCY", "京A1234试, TEST", "冀A1234超, OVERSIZE", "京A1234临, TEMPORARY",
            "民航A1234, CIVIL_AVIATION", "民航AA0125, CIVIL_AVIATION", "京0423456, TRACTOR",
            "VA12345, ARMED_FORCES", "KA00001, ARMED_FORCES", "ZZ99999, ARMED_FORCES", "WJ京12345, ARMED_FORCES",
            "WJ1234B, ARMED_FORCES", "WJ琼1234X, ARMED_FORCES" })
    void numberDeterminesTheFormat(String number, PlateFormat format) {
        assertThat(PlateFormat.of(number)).isEqualTo(format);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "京", "京A1234", "京A123456", "琼DON933", "京I12345", "京A1234I", "京A1234O", "A12345", "京京A1234",
            "京AL12345", "京AD1234A", "京A123D45", "京A12345L", "京A12345挂", "京A123挂", "京I1234警", "京AO123学", "京A1234港",
            "粤A1234澳", "粤Z12345港", "12345使", "1234567使", "使12345", "A23456使", "FA12345", "VI12345", "VA1234", "VA123456",
            "V12345A", "WJ京123456", "WJ京123O5", "WJ国12345", "WJ12345I", "无人", "京A***36", "沪12345应急", "京Y1234应急", "京A12345试",
            "沪224A5领", "京042345",
            "京AD|2345", "京AF·236", "京A12345京A12345" })
    void numberThatMatchesNoFormatIsOther(String number) {
        assertThat(PlateFormat.of(number)).isEqualTo(PlateFormat.OTHER);
    }

    @ParameterizedTest
    @CsvSource({ "京A·F0236, 京AF0236", "京a f0236, 京AF0236", "京Ａ-Ｆ０２３６, 京AF0236", "津B：6H920, 津B6H920", "粤C•BE815, 粤CBE815",
            "粤C・BE815, 粤CBE815", "粤C－BE815, 粤CBE815", "粤C—BE815, 粤CBE815", "粤C.BE815, 粤CBE815", "'粤C\nBE815', 粤CBE815",
            "'粤C　BE815', 粤CBE815", "京·AF0236, 京AF0236", "WJ京·1234X, WJ京1234X", "WJ-12345, WJ12345",
            "京A·***36, 京A***36", "京AD|2345, 京AD|2345", "京AD_2345, 京AD_2345", "京AD1|345, 京AD1|345", "京AD-2345, 京AD-2345",
            "京A·F·236, 京AF·236", "沪224·05领, 沪22405领", "224·578使, 224578使", "使014·578, 使014578", "使·A0062, 使A0062",
            "京01-23456, 京0123456", "民航A·A0125, 民航AA0125", "京X·1234·应急, 京X1234应急", "粤Z·F023·港, 粤ZF023港",
            "冀D·1234-挂, 冀D1234挂", "冀D·123-挂, 冀D123-挂", "MA-12-34, MA1234", "AA-12-34, AA1234", "KA-12-34, KA1234",
            "沪A·123-45, 沪A12345", "京A·F236, 京AF236",
            "京A'F0236, 京A'F0236", "京A˙F0236, 京A˙F0236" })
    void numberIsNormalized(String text, String number) {
        assertThat(PlateNumber.normalize(Reading.of(text))).isEqualTo(number);
    }

    @Test
    void everyPublicExampleHasItsKind() throws IOException {
        List<String[]> examples;
        try (InputStream in = PlateTest.class.getResourceAsStream("/plates/examples.tsv")) {
            examples = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t")).toList();
        }
        assertThat(examples).hasSizeGreaterThanOrEqualTo(240).allSatisfy(example -> assertThat(
                PlateFormat.of(PlateNumber.normalize(Reading.of(example[0]))).id()).as(example[0]).isEqualTo(example[1]));
        assertThat(examples).extracting(example -> example[1])
                .contains(Arrays.stream(PlateFormat.values()).map(PlateFormat::id).toArray(String[]::new));
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
            "粤Z1234港, BLACK, 0", "粤Z1234港, BLUE, 1", "沪A1234领, BLACK, 0", "123456使, BLACK, 0", "123456使, WHITE, 1",
            "京X1234应急, WHITE, 0", "京X1234应急, BLUE, 1", "民航A1234, GREEN, 0", "民航A1234, BLUE, 1", "京0423456, GREEN, 0",
            "京A1234试, YELLOW, 0", "京A1234试, BLACK, 1", "京A1234临, BLUE, 0", "京A1234临, GREEN, 1" })
    void colorThatContradictsTheFormatGetsAWarning(String number, PlateColor color, int warnings) {
        assertThat(LicensePlateDocument.of(List.of(plate(number, 0.9, color))).warnings())
                .filteredOn(warning -> warning.code() != WarningCode.PLATE_FORMAT).hasSize(warnings).allSatisfy(warning -> {
                    assertThat(warning.code()).isEqualTo(WarningCode.PLATE_COLOR);
                    assertThat(warning.field()).isEqualTo("plates[0].color");
                });
    }

    @ParameterizedTest
    @CsvSource({ "京AF0236, false", "WJ京12345, false", "123456使, false", "京A1234, true", "京AO1234, true", "琼DON933, true",
            "京X1234应急, false", "MA-12-34, true", "京AD|2345, true" })
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
