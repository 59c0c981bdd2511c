package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Properties of the plate numbers of GA 36 and of their normalization. */
class PlatePropertiesTest {

    private static final String PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新";
    private static final String OFFICES = "ABCDEFGHJKLMNOPQRSTUVWXYZ";
    private static final String SERIAL = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
    private static final String DIGITS = "0123456789";
    private static final String ENERGY = "ABCDEFGHJK";

    @Property
    void ordinarySerialContainsNeitherINorO(@ForAll("office") String office, @ForAll("serial5") String serial,
            @ForAll @IntRange(max = 4) int at) {
        assertThat(PlateFormat.of(office + serial)).isEqualTo(PlateFormat.ORDINARY);
        for (char excluded : new char[] { 'I', 'O' }) {
            assertThat(PlateFormat.of(office + serial.substring(0, at) + excluded + serial.substring(at + 1)))
                    .isEqualTo(PlateFormat.OTHER);
        }
    }

    @Property
    void positionOfTheEnergyLetterDeterminesTheNewEnergyFormat(@ForAll("office") String office, @ForAll("energy") String energy,
            @ForAll("serial1") String second, @ForAll("digits4") String four, @ForAll("digits1") String fifth) {
        assertThat(PlateFormat.of(office + energy + second + four)).isEqualTo(PlateFormat.NEV_SMALL);
        assertThat(PlateFormat.of(office + four + fifth + energy)).isEqualTo(PlateFormat.NEV_LARGE);
    }

    @Property
    void lastCharacterDeterminesTheFormat(@ForAll("office") String office, @ForAll("serial4") String serial) {
        assertThat(PlateFormat.of(office + serial + "警")).isEqualTo(PlateFormat.POLICE);
        assertThat(PlateFormat.of(office + serial + "挂")).isEqualTo(PlateFormat.TRAILER);
        assertThat(PlateFormat.of(office + serial + "学")).isEqualTo(PlateFormat.TRAINER);
        assertThat(PlateFormat.of(office + serial + "领")).isEqualTo(PlateFormat.CONSULATE);
        for (String city : List.of("港", "澳")) {
            assertThat(PlateFormat.of("粤Z" + serial + city)).isEqualTo(PlateFormat.HONG_KONG_MACAU);
            assertThat(PlateFormat.of(office + serial + city))
                    .isEqualTo(office.equals("粤Z") ? PlateFormat.HONG_KONG_MACAU : PlateFormat.OTHER);
        }
    }

    @Property
    void everyNumberOfTheGrammarHasItsOwnFormatAndNoOther(@ForAll("grammar") Sample sample) {
        String number = sample.number();

        assertThat(PlateFormat.of(number)).isEqualTo(sample.form().format());
        assertThat(PlateGrammar.forms().stream().filter(form -> form.matches(number)).map(PlateForm::format).distinct())
                .as(number).containsExactly(sample.form().format());
        assertThat(PlateFormat.provinceOf(number))
                .isEqualTo(PROVINCES.contains(number.substring(0, 1)) ? number.substring(0, 1) : null);
        assertThat(Arrays.stream(PlateColor.values()).filter(sample.form().format()::allowsColor))
                .containsAll(sample.form().colors()).contains(PlateColor.OTHER);
    }

    @Property
    void separatorsBetweenSegmentsDoNotChangeTheNumber(@ForAll("grammar") Sample sample, @ForAll("dot") String dot) {
        assertThat(normalize(String.join(dot, sample.segments()))).isEqualTo(sample.number());
        assertThat(normalize(sample.number().toLowerCase(Locale.ROOT))).isEqualTo(sample.number());
    }

    /** The number keeps a separator in the place of a character, so that nobody takes it for another, shorter number. */
    @Property
    void separatorInThePlaceOfACharacterNeverMakesAnotherPlate(@ForAll("grammar") Sample sample, @ForAll("dot") String dot,
            @ForAll @IntRange(min = 1, max = 7) int at) {
        Assume.that(at < sample.number().length() - 1 && !sample.boundaries().contains(at)
                && !sample.boundaries().contains(at + 1) && sample.number().chars().anyMatch(Character::isIdeographic));
        String number = normalize(sample.number().substring(0, at) + dot + sample.number().substring(at + 1));

        assertThat(number).hasSameSizeAs(sample.number());
        assertThat(PlateFormat.of(number)).isEqualTo(PlateFormat.OTHER);
    }

    @Property
    void separatorAndCaseDoNotChangeTheNormalizedNumber(@ForAll("office") String office, @ForAll("serial5") String serial,
            @ForAll("separator") String separator) {
        String text = office + separator + serial;

        assertThat(normalize(text)).isEqualTo(office + serial);
        assertThat(normalize(text.toLowerCase(Locale.ROOT))).isEqualTo(office + serial);
        assertThat(PlateFormat.provinceOf(normalize(text))).isEqualTo(office.substring(0, 1));
    }

    @Property
    void normalizationIsIdempotent(@ForAll("mixedText") String text) {
        String normalized = normalize(text);

        assertThat(normalized == null ? null : normalize(normalized)).isEqualTo(normalized);
        assertThat(PlateFormat.of(Objects.requireNonNullElse(normalized, ""))).isNotNull();
    }

    @Property
    void allPlatesAreKeptInDescendingOrderOfConfidence(
            @ForAll @Size(max = 6) List<@DoubleRange(min = 0, max = 1) Double> confidences) {
        List<PlateReading> readings = new ArrayList<>();
        for (int i = 0; i < confidences.size(); i++) {
            readings.add(new PlateReading(new Reading("京A1234" + i, confidences.get(i), null), null, null));
        }
        List<Plate> plates = LicensePlateDocument.of(readings).document().plates();

        assertThat(plates).extracting(plate -> plate.number().text())
                .containsExactlyInAnyOrderElementsOf(readings.stream().map(reading -> reading.number().text()).toList());
        assertThat(plates).extracting(plate -> plate.number().confidence()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    /** A number of one form, by segments. */
    record Sample(PlateForm form, List<String> segments) {

        String number() {
            return String.join("", segments);
        }

        /** Returns the positions of the first characters of the segments. */
        Set<Integer> boundaries() {
            Set<Integer> boundaries = new HashSet<>();
            int position = 0;
            for (String segment : segments) {
                boundaries.add(position);
                position += segment.length();
            }
            return boundaries;
        }
    }

    @Provide
    Arbitrary<Sample> grammar() {
        return Arbitraries.of(PlateGrammar.forms()).flatMap(form -> Combinators
                .combine(form.segments().stream().map(PlatePropertiesTest::segment).toList())
                .as(segments -> new Sample(form, segments)));
    }

    private static Arbitrary<String> segment(List<String> positions) {
        return Combinators.combine(positions.stream().map(characters -> of(characters, 1)).toList())
                .as(characters -> String.join("", characters));
    }

    @Provide
    Arbitrary<String> dot() {
        return Arbitraries.of("·", "-", ".", "•", "・", "：", " · ");
    }

    @Provide
    Arbitrary<String> office() {
        return Combinators.combine(of(PROVINCES, 1), of(OFFICES, 1)).as(String::concat);
    }

    @Provide
    Arbitrary<String> serial5() {
        return of(SERIAL, 5);
    }

    @Provide
    Arbitrary<String> serial4() {
        return of(SERIAL, 4);
    }

    @Provide
    Arbitrary<String> serial1() {
        return of(SERIAL, 1);
    }

    @Provide
    Arbitrary<String> digits4() {
        return of(DIGITS, 4);
    }

    @Provide
    Arbitrary<String> digits1() {
        return of(DIGITS, 1);
    }

    @Provide
    Arbitrary<String> energy() {
        return of(ENERGY, 1);
    }

    @Provide
    Arbitrary<String> separator() {
        return Arbitraries.of("", "·", " ", "•", "-", "—", ".", "\n", "\u3000", "・", "･", "：", " · ", "\u200B");
    }

    /** Latin letters, Chinese characters and punctuation, in half and full width. */
    @Provide
    Arbitrary<String> mixedText() {
        return Arbitraries.strings().ascii().withCharRange('\u2000', '\u206F').withCharRange('\u3000', '\u303F')
                .withCharRange('\u4E00', '\u9FFF').withCharRange('\uFF00', '\uFFEF').ofMaxLength(12);
    }

    private static Arbitrary<String> of(String characters, int length) {
        return Arbitraries.strings().withChars(characters.toCharArray()).ofLength(length);
    }

    private static String normalize(String text) {
        return PlateNumber.normalize(Reading.of(text));
    }
}
