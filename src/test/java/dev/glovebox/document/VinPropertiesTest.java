package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Properties of ISO 3779, of 49 CFR 565 and of the corrections of misread VINs. */
class VinPropertiesTest {

    private static final String ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    private static final List<String> CONFUSABLE_PAIRS = List.of("8B", "5S", "2Z", "6G", "0D", "UV", "1L", "7T", "MN", "KX");
    /** Each value with its characters, from the tables of 49 CFR 565.15. */
    private static final Map<Integer, String> VALUES = Map.of(1, "1AJ", 2, "2BKS", 3, "3CLT", 4, "4DMU", 5, "5ENV", 6, "6FW", 7,
            "7GPX", 8, "8HY", 9, "9RZ", 0, "0");

    @Property
    void computedCheckDigitIsValid(@ForAll("valid") String vin) {
        assertThat(new Vin(vin).checkDigit().verdict()).isEqualTo(CheckDigit.Verdict.VALID);
        assertThat(new Vin(vin).suggestions()).isEmpty();
    }

    @Property
    void substitutionByADifferentValueIsDetected(@ForAll("valid") String vin, @ForAll @IntRange(max = 16) int at,
            @ForAll("character") char other) {
        Assume.that(at == 8 ? vin.charAt(8) != other : value(vin.charAt(at)) != value(other));

        assertThat(verdict(replaced(vin, at, other))).isNotEqualTo(CheckDigit.Verdict.VALID);
    }

    @Property
    void transpositionOfNeighborsWithDifferentValuesIsDetected(@ForAll("valid") String vin,
            @ForAll @IntRange(max = 15) int at) {
        Assume.that(at != 7 && at != 8 && value(vin.charAt(at)) != value(vin.charAt(at + 1)));

        assertThat(verdict(replaced(replaced(vin, at, vin.charAt(at + 1)), at + 1, vin.charAt(at))))
                .isNotEqualTo(CheckDigit.Verdict.VALID);
    }

    /** Computes the expected suggestion: tries every confusable pair at every position. */
    @Property
    void onlyPlausibleVinOneConfusionAwayIsSuggested(@ForAll("valid") String vin, @ForAll @IntRange(max = 16) int at,
            @ForAll("character") char other) {
        String misread = replaced(vin, at, other);
        Set<String> possible = new TreeSet<>();
        for (String pair : CONFUSABLE_PAIRS) {
            for (int i = 0; i < Vin.LENGTH; i++) {
                for (int side = 0; side < 2; side++) {
                    if (misread.charAt(i) == pair.charAt(side)) {
                        possible.add(replaced(misread, i, pair.charAt(1 - side)));
                    }
                }
            }
        }
        possible.removeIf(candidate -> !withCheckDigit(candidate).equals(candidate) || "UZ0".indexOf(candidate.charAt(9)) >= 0
                || !candidate.substring(candidate.charAt(2) == '9' ? 14 : 13).chars().allMatch(Character::isDigit));

        assertThat(new Vin(misread).suggestions()).isEqualTo(
                verdict(misread) == CheckDigit.Verdict.INVALID && possible.size() == 1 ? List.copyOf(possible) : List.of());
        assertThat(VinDocument.of(Reading.of(misread)).document().vin().value()).as("the VIN is unchanged").isEqualTo(misread);
    }

    @Property
    void caseWidthAndSeparatorsDoNotChangeTheVin(@ForAll("wellFormed") String vin,
            @ForAll @IntRange(max = 17) int at, @ForAll("separator") String separator) {
        String text = vin.substring(0, at) + separator + vin.substring(at);

        for (String form : List.of(text, text.toLowerCase(Locale.ROOT), fullWidth(text), "*" + text + "*")) {
            assertThat(VinDocument.of(Reading.of(form)).document().vin().value()).as(form).isEqualTo(vin);
        }
    }

    @Property
    void everyChangeIsReported(@ForAll("nearlyVin") String text) {
        NormalizedDocument<VinDocument> read = VinDocument.of(Reading.of(text));
        VinField vin = read.document().vin();

        assertThat(vin.text()).isEqualTo(text);
        if (vin.value() == null) {
            assertThat(read.warnings()).isNotEmpty();
        } else {
            assertThat(Vin.isWellFormed(vin.value())).isTrue();
            StringBuilder before = new StringBuilder(vin.value());
            vin.corrections().forEach(correction -> {
                assertThat(before.substring(correction.position() - 1, correction.position())).isEqualTo(correction.to());
                before.replace(correction.position() - 1, correction.position(), correction.from());
            });
            assertThat(text).isIn(before.toString(), "I" + before);
            assertThat(read.warnings().stream().anyMatch(warning -> warning.code() == WarningCode.VIN_CHARACTER_MAPPED))
                    .isEqualTo(!vin.corrections().isEmpty());
            assertThat(read.warnings().stream().anyMatch(warning -> warning.code() == WarningCode.VIN_PREFIX_DROPPED))
                    .isEqualTo(text.length() == 18);
        }
    }

    @Property
    void vinIsWellFormedOrNullForAnyText(@ForAll String text) {
        VinField vin = VinDocument.of(Reading.of(text)).document().vin();

        assertThat(vin.value() == null || Vin.isWellFormed(vin.value())).isTrue();
        assertThat(vin.text()).isEqualTo(text);
    }

    @Property
    void modelYearsAreThirtyYearsApart(@ForAll("wellFormed") String vin) {
        List<Integer> years = new Vin(vin).modelYears();

        if ("UZ0".indexOf(vin.charAt(9)) >= 0) {
            assertThat(years).isEmpty();
        } else {
            assertThat(years).hasSize(2).first().satisfies(year -> assertThat(year).isBetween(1980, 2009));
            assertThat(years.get(1) - years.get(0)).isEqualTo(30);
        }
    }

    @Provide
    Arbitrary<String> wellFormed() {
        return Arbitraries.strings().withChars(ALPHABET.toCharArray()).ofLength(Vin.LENGTH);
    }

    /** VINs of markets that require a check digit, with the correct digit. */
    @Provide
    Arbitrary<String> valid() {
        return Combinators.combine(Arbitraries.of('1', '2', '3', '4', '5', 'L'), wellFormed())
                .as((market, vin) -> withCheckDigit(replaced(vin, 0, market)));
    }

    @Provide
    Arbitrary<Character> character() {
        return Arbitraries.of(ALPHABET.chars().mapToObj(character -> (char) character).toList());
    }

    @Provide
    Arbitrary<String> separator() {
        return Arbitraries.of("", " ", "-", "·", "\u00A0", "\u3000", "\u200B", "—", " - ", "\r\n");
    }

    /** Capital letters, including I, O and Q, and digits. The length is close to that of a VIN. */
    @Provide
    Arbitrary<String> nearlyVin() {
        return Arbitraries.strings().withChars((ALPHABET + "IIIOOOQQQ").toCharArray()).ofMinLength(16).ofMaxLength(19)
                .flatMap(text -> Arbitraries.of(text, "I" + text.substring(1)));
    }

    private static CheckDigit.Verdict verdict(String vin) {
        return new Vin(vin).checkDigit().verdict();
    }

    private static String replaced(String vin, int at, char other) {
        return vin.substring(0, at) + other + vin.substring(at + 1);
    }

    private static String withCheckDigit(String vin) {
        List<Integer> weights = List.of(8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2);
        int sum = 0;
        for (int i = 0; i < vin.length(); i++) {
            sum += weights.get(i) * value(vin.charAt(i));
        }
        return replaced(vin, 8, "0123456789X".charAt(sum % 11));
    }

    private static int value(char character) {
        return VALUES.entrySet().stream().filter(entry -> entry.getValue().indexOf(character) >= 0).findFirst().orElseThrow()
                .getKey();
    }

    private static String fullWidth(String text) {
        return text.chars().map(character -> character > ' ' && character < 0x7F ? character + 0xFEE0 : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
