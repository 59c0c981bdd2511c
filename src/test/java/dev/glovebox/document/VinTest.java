package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VinTest {

    @ParameterizedTest
    @CsvSource({ "1G4AH59H45G118341, 4, VALID", "1J9RP1A36A1644345, 6, VALID", "JH2RC3605MM101581, 5, VALID",
            "LBV2B25G2E5069977, 2, VALID", "LSGPC52H9GF125161, 9, VALID", "1FACP45EXLF192944, X, VALID",
            "1M8GDM9AXKP042788, X, VALID", "5GZCZ43D13S812715, 1, VALID", "LFWSRXSH8HAD61659, 8, VALID",
            "WBAXW1104J0X16755, 4, VALID", "11111111111111111, 1, VALID", "WP0ZZZ99ZTS392124, 8, NOT_APPLICABLE",
            "KLATF08Y1VB363636, 4, NOT_APPLICABLE", "SGZCZ43D13S812715, X, NOT_APPLICABLE", "LVBB2FAF777999888, 5, INVALID" })
    void checkDigitIsVerifiedByTheRuleOfItsMarket(String vin, String expected, CheckDigit.Verdict verdict) {
        assertThat(new Vin(vin).checkDigit()).isEqualTo(new CheckDigit(expected, vin.substring(8, 9), verdict));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "LBV2B25G2E506997", "LBV2B25G2E50699777", "LBV2B25G2E506997I", "lbv2b25g2e5069977" })
    void malformedVinIsRejectedAndKeptOutOfTheMessage(String text) {
        assertThat(Vin.isWellFormed(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Vin(text))
                .withMessage("A VIN must have 17 characters of the VIN alphabet");
    }

    @Test
    void vinConsistsOfWmiVdsAndVis() {
        Vin vin = new Vin("LBV2B25G2E5069977");

        assertThat(List.of(vin.wmi().code(), vin.vds(), vin.vis())).containsExactly("LBV", "2B25G2", "E5069977");
    }

    @ParameterizedTest
    @CsvSource({ "LBV2B25G2E5069977, 1984, 2014", "1M8GDM9AXKP042788, 1989, 2019", "LSV262FL8AE029729, 1980, 2010",
            "11111111111111111, 2001, 2031", "1G4AH59H49G118341, 2009, 2039" })
    void yearCodeStandsForTwoYearsThirtyYearsApart(String vin, int first, int second) {
        assertThat(new Vin(vin).modelYears()).containsExactly(first, second);
    }

    @Test
    void invalidYearCodeGivesNoModelYears() {
        assertThat(new Vin("LBV2B25G205069977").modelYears()).isEmpty();
        assertThat(new Vin("LBV2B25G2U5069977").modelYears()).isEmpty();
        assertThat(new Vin("LBV2B25G2Z5069977").modelYears()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "LBV2B25G2E506997T, LBV2B25G2E5069977", "LBV2B25GZE5069977, LBV2B25G2E5069977", "LBV2B2SG2E5069977,",
            "LBV2B25G2E50699T7, LBV2B25G2E5069977", "LBV2B25G2E5069977,", "SGZCZ43D13S812715," })
    void suggestionIsTheOnlySwapThatMakesAMandatoryCheckDigitValid(String misread, String suggestion) {
        assertThat(new Vin(misread).suggestions()).isEqualTo(suggestion == null ? List.of() : List.of(suggestion));
    }

    @ParameterizedTest
    @CsvSource({ "lbv2b25g2e5069977, LBV2B25G2E5069977", "'LBV2B 25G2 E5069977', LBV2B25G2E5069977",
            "*LBV2B25G2E5069977*, LBV2B25G2E5069977", "ＬＢＶ2B25G2E5069977, LBV2B25G2E5069977",
            "LBV-2B25G2-E5069977, LBV2B25G2E5069977", "LBV‐2B25G2–E5069977, LBV2B25G2E5069977",
            "★LBV2B25G2E5069977☆, LBV2B25G2E5069977", "车架号：LBV2B25G2E5069977。, LBV2B25G2E5069977",
            "'[LBV2B25G2E5069977]', LBV2B25G2E5069977", "'LBV2B25G2　E5069977', LBV2B25G2E5069977",
            "LBV·2B25G2.E5069977, LBV2B25G2E5069977", "VIN:LBV2B25G2E5069977, LBV2B25G2E5069977",
            "VIN码：LBV2B25G2E5069977, LBV2B25G2E5069977", "LBV:2B25G2E5069977, LBV2B25G2E5069977",
            "#1FACP45EXLF192944#, 1FACP45EXLF192944" })
    void decorationAndSeparatorsAreIgnored(String text, String value) {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.of(text));

        assertThat(read.document().vin().value()).isEqualTo(value);
        assertThat(read.document().vin().text()).isEqualTo(text);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void hiddenCharactersAreIgnored() {
        assertThat(VinDocument.of(Reading.of("\uFEFFLBV2B25G2\u200B\u00AD\u00A0E50699\t77\n")).document().vin().value())
                .isEqualTo("LBV2B25G2E5069977");
    }

    @ParameterizedTest
    @ValueSource(strings = { "LBV2B25G2E506997", "LBV2B25G2E50699777", "LBV2B25G2E50699?77", "LBV2B25G2*E5069977",
            "1LBV2B25G2E5069977", "IG4AH59H45G1183411", "IBV2B25G2E50699770", "ILBV2B25G2E5069978", "I1G4AH59H45G1183411",
            "LBV2B25G2E506ß77",
            "IIBV2B25G2E50699777", "IBV2B25G2E506997?", "JN8BYXXXXXXXX720", "车架号" })
    void textThatIsNotAVinIsKeptAndGetsAWarning(String text) {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.of(text));

        assertThat(read.document().vin().value()).isNull();
        assertThat(read.document().vin().text()).isEqualTo(text);
        assertThat(read.document().vin().corrections()).isEmpty();
        assertThat(read.warnings()).containsExactly(Warning.of(WarningCode.NOT_UNDERSTOOD, "vin"));
    }

    @Test
    void everyMappedCharacterIsRecorded() {
        VinField vin = VinDocument.of(Reading.of("lbv2b25g2eSO69q77")).document().vin();

        assertThat(vin.value()).isEqualTo("LBV2B25G2ES069077");
        assertThat(vin.corrections()).containsExactly(new Correction(12, "O", "0"), new Correction(15, "Q", "0"));
        assertThat(VinDocument.of(Reading.of("LBV2B25G2E5069977")).document().vin().corrections()).isEmpty();
    }

    @Test
    void impossibleCharacterIsMappedWithAWarning() {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.of("IFACP45EXLF192944"));

        assertThat(read.document().vin().value()).isEqualTo("1FACP45EXLF192944");
        assertThat(read.document().vin().corrections()).containsExactly(new Correction(1, "I", "1"));
        assertThat(read.warnings()).extracting(Warning::code).containsExactly(WarningCode.VIN_CHARACTER_MAPPED);
    }

    @Test
    void importMarkIsDroppedWithAWarning() {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.of("ILBV2B25G2E5069977"));

        assertThat(read.document().vin().value()).isEqualTo("LBV2B25G2E5069977");
        assertThat(read.warnings()).extracting(Warning::code).containsExactly(WarningCode.VIN_PREFIX_DROPPED);
    }

    @Test
    void wrongMandatoryCheckDigitGetsAWarningAndStaysUnchanged() {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.of("LVBB2FAF777999888"));

        assertThat(read.document().vin().value()).isEqualTo("LVBB2FAF777999888");
        assertThat(read.warnings()).extracting(Warning::code).containsExactly(WarningCode.VIN_CHECK_DIGIT);
    }

    @Test
    void emptyReadingGetsAWarning() {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.NONE);

        assertThat(read.document().nothingFound()).isTrue();
        assertThat(read.warnings()).containsExactly(Warning.of(WarningCode.NOTHING_FOUND));
    }

    @Test
    void mostLikelyVinIsChosenFromSeveralTexts() {
        assertThat(chosen("CHASSIS NO", "LBV2B25G2E5O69977", "2014")).isEqualTo("LBV2B25G2E5O69977");
        assertThat(chosen("CHINA FAW GROUP CORP.", "LFPH4ACC3A1A12345")).as("the other text has 17 letters but no digits")
                .isEqualTo("LFPH4ACC3A1A12345");
        assertThat(chosen("LBV2B25GZE5069977", "LBV2B25G2E5069977")).as("valid check digit").isEqualTo("LBV2B25G2E5069977");
        assertThat(chosen("DONGFENG MOTOR CORP", "WP0ZZZ99ZTS392124")).isEqualTo("WP0ZZZ99ZTS392124");
        assertThat(chosen("WP0ZZZ99ZTS39212I", "WP0ZZZ99ZTS392121")).as("no mapping needed").isEqualTo("WP0ZZZ99ZTS392121");
        assertThat(chosen("WP0ZZZ99ZTS392124", "WP0ZZZ99ZTS392125")).as("the first of two equal candidates")
                .isEqualTo("WP0ZZZ99ZTS392124");
        assertThat(chosen("--", "CHASSIS NO", "2014")).as("no text is a VIN").isEqualTo("CHASSIS NO");
        assertThat(VinDocument.ofCandidates(List.of()).document().nothingFound()).isTrue();
    }

    private static String chosen(String... texts) {
        return VinDocument.ofCandidates(Arrays.stream(texts).map(Reading::of).toList()).document().vin().text();
    }

    @ParameterizedTest
    @ValueSource(strings = { "00000000000000000", "11111111111111111", "JN8BYXXXXXXXX7207", "XXXXXXXXXXXXXXXXX",
            "VF1XXXXXXXXXXXXXX", "LBV2B25G2U5069977", "LA99R1C45NABFC0A1", "LBV2B25G2E50699A7", "1G4AH59H45G11834B" })
    void implausibleVinIsKeptAndGetsAWarning(String text) {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.of(text));

        assertThat(read.document().vin().value()).as("the VIN is kept").isEqualTo(text);
        assertThat(read.warnings()).contains(Warning.of(WarningCode.VIN_IMPLAUSIBLE, "vin"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "WP0ZZZ99ZTS392124", "WVWZZZ3BZ4E000001", "WF0XXXTTF12345678", "VF1LM1B0H3666615A",
            "KLATF08Y1VB363636", "LBV2B25G2E5069977", "1M8GDM9AXKP042788", "SGZCZ43D13S812715", "WBAXW1104J0X16755",
            "KK1ZZZ99ZTS392124", "MZBFB813LNN000001", "PE1ZZZ99ZTS392124", "R2AZZZ99ZTS392124", "DA4ZZZ99ZTS392124",
            "0AAZZZ99ZTS392124" })
    void unusualVinIsPlausible(String text) {
        assertThat(VinDocument.of(Reading.of(text)).warnings()).extracting(Warning::code)
                .doesNotContain(WarningCode.VIN_IMPLAUSIBLE);
    }

    /** In the VINs of small makers, positions 12 to 14 belong to the WMI. The check digits are right. */
    @ParameterizedTest
    @ValueSource(strings = { "LA99R1C45NABFC001", "LA99R1C47NA123001", "1A9BC2D32NAXYZ001", "2A9BC2D3XNAXYZ001" })
    void vinOfASmallMakerMayHaveLettersBeforeItsLastThreeDigits(String text) {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.of(text));

        assertThat(read.warnings()).isEmpty();
        assertThat(read.document().vin().checkDigit().verdict()).isEqualTo(CheckDigit.Verdict.VALID);
        assertThat(read.document().vin().maker()).as("many makers share the code").isNull();
    }

    @Test
    void misreadVinOfASmallMakerGetsASuggestion() {
        assertThat(new Vin("LA99R1C4SNABFC001").suggestions()).containsExactly("LA99R1C45NABFC001");
    }

    @ParameterizedTest
    @ValueSource(strings = { "LPSVSEDEEML017784", "LPSVSEDEAML017784" })
    void letterAtPositionNineOfAChineseVinMeansAnExport(String text) {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.of(text));

        assertThat(read.document().vin().checkDigit())
                .isEqualTo(new CheckDigit("0", text.substring(8, 9), CheckDigit.Verdict.NOT_APPLICABLE, CheckDigit.EXPORT));
        assertThat(read.document().vin().suggestions()).isEmpty();
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void letterThatLooksLikeTheCheckDigitIsMisread() {
        assertThat(new Vin("LBV2B25GZE5069977").checkDigit().verdict()).isEqualTo(CheckDigit.Verdict.INVALID);
        assertThat(new Vin("LBV2B25GZE5069977").suggestions()).containsExactly("LBV2B25G2E5069977");
    }

    @ParameterizedTest
    @ValueSource(strings = { "1G4AH59HE5G118341", "LBV2B25GXE5069977", "LBV2B25G3E5069977" })
    void digitAndXAndLettersOutsideOfChinaAreMisread(String text) {
        assertThat(new Vin(text).checkDigit().verdict()).isEqualTo(CheckDigit.Verdict.INVALID);
    }

    @Test
    void longTextIsNotAVin() {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.of("I".repeat(1_900_000)));

        assertThat(read.document().vin().value()).isNull();
        assertThat(read.document().vin().corrections()).isEmpty();
    }

    @Test
    void vinFieldContainsTheOriginTheSectionsAndTheSuggestions() {
        VinField vin = VinDocument.of(Reading.of("LBV2B25G2E5069977")).document().vin();

        assertThat(vin.wmi()).isEqualTo("LBV");
        assertThat(vin.region()).isEqualTo(WmiRegion.ASIA);
        assertThat(vin.country()).isEqualTo("CN");
        assertThat(vin.maker()).isEqualTo("BMW Brilliance");
        assertThat(vin.vds()).isEqualTo("2B25G2");
        assertThat(vin.vis()).isEqualTo("E5069977");
        assertThat(VinDocument.of(Reading.of("LBV2B25G2E506997T")).document().vin().suggestions())
                .containsExactly("LBV2B25G2E5069977");
    }
}
