package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewRuleTest {

    private static final ReviewRule NO_MINIMUM = new ReviewRule(0);

    @ParameterizedTest
    @CsvSource({ "0.9, 0.89, true", "0.9, 0.9, false", "0.9, 0.91, false", "0.9,, false", "0, 0, false", "1, 0.999, true" })
    void confidenceBelowTheMinimumNeedsAReview(double min, Double confidence, boolean needsReview) {
        NormalizedDocument<VinDocument> read = VinDocument.of(new Reading("LBV2B25G2E5069977", confidence, null));

        assertThat(new ReviewRule(min).reasons(read)).isEqualTo(
                needsReview ? List.of(new ReviewReason(ReviewReason.Code.LOW_CONFIDENCE, "vin")) : List.of());
    }

    @Test
    void eachLowConfidenceAndEachContradictoryColorIsAReason() {
        NormalizedDocument<LicensePlateDocument> read = LicensePlateDocument.of(List.of(
                new PlateReading(new Reading("京AF0236", 0.95, null), "blue", PlateColor.BLUE),
                new PlateReading(new Reading("晋MF07280", 0.5, null), "blue", PlateColor.BLUE),
                new PlateReading(new Reading("粤CBE815", 0.4, null), null, null)));

        assertThat(new ReviewRule(0.9).reasons(read)).containsExactly(
                new ReviewReason(ReviewReason.Code.LOW_CONFIDENCE, "plates[1].number"),
                new ReviewReason(ReviewReason.Code.LOW_CONFIDENCE, "plates[2].number"),
                new ReviewReason(ReviewReason.Code.CROSS_CHECK, "plates[1].color"));
    }

    @ParameterizedTest
    @CsvSource({ "LVBB2FAF777999888, CHECK_DIGIT, vin", "LVBB2FAF77799988, NOT_UNDERSTOOD, vin", "'', NOTHING_FOUND,",
            "ILBV2B25G2E5O69977,,", "WP0ZZZ99ZTS392124,," })
    void warningOfACheckNeedsAReview(String text, ReviewReason.Code code, String field) {
        assertThat(NO_MINIMUM.reasons(VinDocument.of(Reading.of(text))))
                .isEqualTo(code == null ? List.of() : List.of(new ReviewReason(code, field)));
    }

    @Test
    void equalReasonsAreListedOnce() {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.of("LBV2B25G2E5069977"))
                .with(Warning.of(WarningCode.BLUR)).with(Warning.of(WarningCode.REFLECTION));

        assertThat(read.warnings()).hasSize(2);
        assertThat(NO_MINIMUM.reasons(read))
                .containsExactly(new ReviewReason(ReviewReason.Code.PROVIDER_WARNING, null));
    }

    @Test
    void onlySafeVinCorrectionsNeedNoReview() {
        assertThat(Arrays.stream(WarningCode.values()).filter(code -> code.reason().isEmpty()))
                .containsExactly(WarningCode.VIN_CHARACTER_MAPPED, WarningCode.VIN_PREFIX_DROPPED);
    }

    @Test
    void eachWarningHasItsOwnMessage() {
        assertThat(Arrays.stream(WarningCode.values()).map(WarningCode::message)).doesNotHaveDuplicates()
                .allMatch(message -> message.length() > 10);
        assertThat(Warning.of(WarningCode.BLUR))
                .isEqualTo(new Warning(WarningCode.BLUR, "The provider reports that the image is blurred", null));
    }

    @ParameterizedTest
    @ValueSource(doubles = { -0.01, 1.01, Double.NaN })
    void minimumOutsideZeroToOneIsRejected(double min) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReviewRule(min));
    }
}
