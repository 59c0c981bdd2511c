package dev.glovebox.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class ObjectHashTest {

    /** The first 32 digits of {@code printf '%s' 'bucket/in/车.jpg' | openssl dgst -sha256 -hmac 'a key'}. */
    @Test
    void hashEqualsTheHmacOfOpenssl() {
        assertThat(hash("a key").of("bucket", "in/车.jpg")).isEqualTo("7c4613de9012b4c81361fa34b9e23ba5");
    }

    @Test
    void hashDependsOnKeyAndObject() {
        assertThat(hash("a key").of("bucket", "1")).isNotEqualTo(hash("another").of("bucket", "1"))
                .isNotEqualTo(hash("a key").of("bucket", "2"));
    }

    private static ObjectHash hash(String key) {
        return new ObjectHash(key.getBytes(StandardCharsets.UTF_8));
    }
}
