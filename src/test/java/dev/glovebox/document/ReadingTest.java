package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "-", "--", " -- ", "—", "－－", "―", "- -", "/", "***", "___", "...", "无", " 无 ",
            "\u200B" })
    void placeholderIsAnEmptyReading(String text) {
        assertThat(Reading.of(text).isEmpty()).isTrue();
        assertThat(Reading.of(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "-1", "无锡", "/A", "京" })
    void otherTextIsNotEmpty(String text) {
        assertThat(Reading.of(text).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "98.99, 0.9899", "99.46, 0.9946", "0, 0.0", "100, 1.0", "7, 0.07" })
    void percentageIsConvertedWithoutRoundingErrors(double percent, double confidence) {
        assertThat(Confidence.ofPercent(percent)).isEqualTo(confidence);
    }

    @ParameterizedTest
    @ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY, -1, 101, 9899 })
    void invalidPercentageGivesNoConfidence(double percent) {
        assertThat(new Reading("x", Confidence.ofPercent(percent), null).confidence()).isNull();
    }

    @Test
    void rectangleIsConvertedToItsCorners() {
        assertThat(Box.ofRectangle(426, 423, 135, 66))
                .isEqualTo(new Box(new Point(426, 423), new Point(561, 423), new Point(561, 489), new Point(426, 489)));
        assertThat(Box.ofRectangle(null, 1, 1, 1)).isNull();
        assertThat(Box.ofRectangle(1, null, 1, 1)).isNull();
        assertThat(Box.ofRectangle(1, 1, null, 1)).isNull();
        assertThat(Box.ofRectangle(1, 1, 1, null)).isNull();
    }

    @Test
    void nullTextIsAnEmptyReading() {
        assertThat(Reading.of(null)).isEqualTo(Reading.NONE);
        assertThat(Reading.NONE.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "0.0, 0.0", "0.9225, 0.9225", "1.0, 1.0", "-0.1,", "1.1,", "NaN,", "98.99," })
    void confidenceOutsideZeroToOneIsDropped(Double given, Double kept) {
        assertThat(new Reading("x", given, null).confidence()).isEqualTo(kept);
    }

    @Test
    void boxNeedsFourCompleteCorners() {
        List<List<Integer>> corners = List.of(List.of(-3, 4), List.of(106, 1), List.of(107, 53), List.of(-2, 56));

        assertThat(Box.ofCorners(corners))
                .isEqualTo(new Box(new Point(-3, 4), new Point(106, 1), new Point(107, 53), new Point(-2, 56)));
        assertThat(Box.ofCorners(null)).isNull();
        assertThat(Box.ofCorners(corners.subList(0, 3))).isNull();
        assertThat(Box.ofCorners(Arrays.asList(null, List.of(1, 2), List.of(1, 2), List.of(1, 2)))).isNull();
        assertThat(Box.ofCorners(List.of(List.of(1), List.of(1, 2), List.of(1, 2), List.of(1, 2)))).isNull();
        assertThat(Box.ofCorners(List.of(Arrays.asList(1, null), List.of(1, 2), List.of(1, 2), List.of(1, 2)))).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "in/car.jpg.vin.json, true", "in/car.jpg.VIN.JSON, true", "a.vehicle-license.json, true",
            "a.license-plate.json, true",
            "in/car.jpg, false", "in/car.json, false", "vin.json, false", "a.vin.json.jpg, false" })
    void resultKeyIsRecognizedByItsSuffix(String key, boolean result) {
        assertThat(ResultKey.isResultKey(key)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({ "in/car.jpg.vin.review.json, true", "a.VEHICLE-LICENSE.Review.json, true",
            "a.license-plate.review.json, true", "in/car.jpg.vin.json, false", "car.review.json, false",
            "a.vin.review.json.jpg, false" })
    void reviewKeyIsRecognizedByItsSuffix(String key, boolean review) {
        assertThat(ResultKey.isReviewKey(key)).isEqualTo(review);
    }

    @Test
    void resultKeyConsistsOfTheImageKeyAndTheDocumentType() {
        assertThat(ResultKey.of("in/car.jpg", DocumentType.VIN)).isEqualTo("in/car.jpg.vin.json");
        assertThat(DocumentType.of("vehicle-license")).hasValue(DocumentType.VEHICLE_LICENSE);
        assertThat(DocumentType.of("VIN")).isEmpty();
        assertThat(DocumentType.VEHICLE_LICENSE.schemaName()).isEqualTo("vehicle-license-1");
        assertThat(DocumentType.VIN.schemaId()).isEqualTo("urn:glovebox:schema:vin-1");
    }

    @Test
    void sideIsFoundByItsExactId() {
        assertThat(LicenseSide.of("front")).hasValue(LicenseSide.FRONT);
        assertThat(LicenseSide.of("both").map(LicenseSide::id)).hasValue("both");
        assertThat(LicenseSide.of("FRONT")).isEmpty();
    }
}
