package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateTest {

    @ParameterizedTest
    @CsvSource({ "京AF0236, ORDINARY", "粤CBE815, ORDINARY", "晋MF07280, NEV_SMALL", "云JFC4852, NEV_SMALL", "京A12345D, NEV_LARGE",
            "陕EY743警, POLICE", "冀D1234挂, TRAILER", "鲁B1234学, TRAINER", "粤Z1234港, HONG_KONG_MACAU",
            "粤ZAB12澳, HONG_KONG_MACAU", "沪A1234领, CONSULATE", "123456使, EMBASSY", "使123456, EMBASSY", "WJ京12345, OTHER",
            "琼DON933, OTHER", "京I12345, OTHER", "京A1234, OTHER", "无人, OTHER" })
    void shouldTellTheFormatByTheNumber(String number, PlateFormat format) {
        assertThat(PlateFormat.of(number)).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({ "京A·F0236, 京AF0236", "京a f0236, 京AF0236", "京Ａ-Ｆ０２３６, 京AF0236", "津B：6H920, 津B6H920", "粤C•BE815, 粤CBE815" })
    void shouldFoldTheNumber(String text, String number) {
        assertThat(PlateNumber.fold(Reading.of(text))).isEqualTo(number);
    }

    @Test
    void shouldPutTheSurestPlateFirstAndKeepItsWords() {
        Normalized<LicensePlateDocument> read = LicensePlateDocument.of(List.of(plate("京A·F0236", 0.5, PlateColor.BLUE),
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
            "陕EY743警, BLUE, 1", "京AF0236, GREEN, 1", "京AF0236, YELLOW, 0", "京AF0236, OTHER, 0", "WJ京12345, BLUE, 0" })
    void shouldWarnWhereColourAndFormatDisagree(String number, PlateColor color, int warnings) {
        assertThat(LicensePlateDocument.of(List.of(plate(number, 0.9, color))).warnings())
                .hasSize(warnings).allSatisfy(warning -> {
                    assertThat(warning.code()).isEqualTo("plate-color");
                    assertThat(warning.field()).isEqualTo("plates[0].color");
                });
    }

    @Test
    void shouldNameNoProvinceWhereThereIsNone() {
        assertThat(PlateFormat.provinceOf("WJ12345")).isNull();
        assertThat(PlateFormat.provinceOf("")).isNull();
    }

    @Test
    void shouldSayThatNothingWasFound() {
        Normalized<LicensePlateDocument> read = LicensePlateDocument.of(List.of());

        assertThat(read.document().plates()).isEmpty();
        assertThat(read.warnings()).containsExactly(Warning.nothingFound());
    }

    private static PlateReading plate(String number, Double confidence, PlateColor color) {
        return new PlateReading(new Reading(number, confidence, null), color == null ? null : color.name(), color);
    }
}
