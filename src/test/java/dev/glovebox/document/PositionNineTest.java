package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * Measures the rule for position 9 of Chinese VINs, see the decision record 16, which has these figures. Each sample is
 * generated
 * from a fixed seed.
 */
class PositionNineTest {

    private static final String ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    private static final List<String> LOOKALIKES = List.of("8B", "5S", "2Z", "6G", "0D", "UV", "1L", "7T", "MN", "KX");
    private static final List<String> MAKERS = List.of("LPS", "LSJ", "LYV", "LGX", "LRW", "L6T", "LVV", "LGW", "LBV", "LFV");

    private final Random random = new Random(9);

    @Test
    void everyMisreadLookalikeIsDetected() {
        List<Vin> misreads = Stream.generate(() -> misread(valid(), true)).limit(1000).toList();

        assertThat(misreads).filteredOn(vin -> vin.checkDigit().verdict() == CheckDigit.Verdict.INVALID).hasSize(1000);
        assertThat(misreads.stream().filter(vin -> !vin.suggestions().isEmpty()).count()).isEqualTo(659);
    }

    @Test
    void fewOtherMisreadsLookLikeAnExport() {
        List<Vin> misreads = Stream.generate(() -> misread(valid(), false)).limit(1000).toList();

        assertThat(misreads.stream().filter(Vin::hasLetterOfExport).count()).isEqualTo(51);
    }

    @Test
    void fewExportsLookMisread() {
        List<Vin> exports = Stream.generate(this::export).limit(100).toList();

        assertThat(exports.stream().filter(vin -> vin.checkDigit().verdict() == CheckDigit.Verdict.INVALID).count())
                .isEqualTo(2);
        assertThat(exports.stream().filter(vin -> !vin.suggestions().isEmpty()).count()).isEqualTo(2);
    }

    /** Returns a Chinese VIN with the right check digit. */
    private Vin valid() {
        String characters = MAKERS.get(random.nextInt(MAKERS.size())) + text(5, ALPHABET) + "0" + text(1, "HJKLMNPRST")
                + text(1, ALPHABET) + text(6, "0123456789");
        return new Vin(replace(characters, 8, new Vin(characters).checkDigit().expected().charAt(0)));
    }

    /** Returns a Chinese VIN with a letter other than X at position 9. */
    private Vin export() {
        return new Vin(replace(valid().characters(), 8, text(1, "ABCDEFGHJKLMNPRSTUVWYZ").charAt(0)));
    }

    /** Returns the VIN with one wrong character that the check digit can detect. */
    private Vin misread(Vin vin, boolean lookalike) {
        while (true) {
            int at = random.nextInt(Vin.LENGTH);
            char actual = vin.characters().charAt(at);
            String others = lookalike
                    ? LOOKALIKES.stream().filter(pair -> pair.indexOf(actual) >= 0).map(pair -> pair.replace("" + actual, ""))
                            .findFirst().orElse("")
                    : ALPHABET.replace("" + actual, "");
            if (!others.isEmpty()) {
                Vin misread = new Vin(replace(vin.characters(), at, text(1, others).charAt(0)));
                if (misread.wmi().isChinese() && !misread.hasMatchingCheckDigit()) {
                    return misread;
                }
            }
        }
    }

    private String text(int length, String characters) {
        return IntStream.range(0, length).mapToObj(i -> "" + characters.charAt(random.nextInt(characters.length())))
                .reduce("", String::concat);
    }

    private static String replace(String text, int at, char character) {
        return text.substring(0, at) + character + text.substring(at + 1);
    }
}
