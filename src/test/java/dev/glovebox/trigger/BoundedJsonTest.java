package dev.glovebox.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers cannot make the decoder work for long, and a body has one meaning. */
class BoundedJsonTest {

    @ParameterizedTest
    @ValueSource(strings = { "{\"warmup\": true} {\"warmup\": true}", "{\"warmup\": true}}", "{\"warmup\": true},",
            "{\"image\": \"AAAA\"} x", "[] []", "{\"warmup\": true} \u0000" })
    void textAfterTheJsonIsRejected(String body) {
        assertThat(problem(body)).matches("The body has more text after its JSON|The body is not JSON");
    }

    @Test
    void blanksAfterTheJsonAreIgnored() {
        assertThat(read("{\"warmup\": true} \r\n\t ")).isEqualTo(new Trigger.Ping(false));
    }

    @Test
    void tooManyMembersAreRejected() {
        String members = IntStream.range(0, 900_000).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(","));

        assertThat(problem("{" + members + "}")).isEqualTo("The JSON has too many values or levels, or a value is too long");
    }

    @Test
    void tooManyLevelsAreRejected() {
        assertThat(problem("{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}"))
                .isEqualTo("The JSON has too many values or levels, or a value is too long");
        assertThat(problem("[".repeat(100_000))).isEqualTo("The JSON has too many values or levels, or a value is too long");
    }

    @Test
    void longUrlIsRejectedBeforeItIsParsed() {
        assertThat(problem("{\"url\": \"https://example.com/" + "a".repeat(8_192) + "\"}"))
                .isEqualTo("url is longer than 8192 characters");
        assertThat(problem("{\"url\": \"https://" + "a.".repeat(130) + "com/\"}")).isEqualTo("url is not an absolute URL");
    }

    private static String problem(String body) {
        return ((Trigger.Invalid) read(body)).problem();
    }

    private static Trigger read(String body) {
        return TriggerReader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
