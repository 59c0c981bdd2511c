package dev.glovebox.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class ObjectHashTest {

    /** {@code printf '%s' 'bucket/in/车.jpg' | openssl dgst -sha256 -hmac 'a key'}, its first 32 digits. */
    @Test
    void shouldBeWhatOpensslMakesOfIt() {
        assertThat(hash("a key").of("bucket", "in/车.jpg")).isEqualTo("7c4613de9012b4c81361fa34b9e23ba5");
    }

    @Test
    void shouldDifferWithKeyAndObject() {
        assertThat(hash("a key").of("bucket", "1")).isNotEqualTo(hash("another").of("bucket", "1"))
                .isNotEqualTo(hash("a key").of("bucket", "2"));
    }

    private static ObjectHash hash(String key) {
        return new ObjectHash(key.getBytes(StandardCharsets.UTF_8));
    }
}
