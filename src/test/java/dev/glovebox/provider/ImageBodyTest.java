package dev.glovebox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageBodyTest {

    private static final int PART = 48 * 1024;

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 4, PART - 1, PART, PART + 1, PART + 2, 3 * PART, 3 * PART + 1, 512 * 1024, 512 * 1024 + 1,
            1_000_000 })
    void shouldSendAndDigestTheSameBytes(int bytes) throws Exception {
        byte[] image = new byte[bytes];
        new Random(bytes).nextBytes(image);
        byte[] whole = ("{\"image\":\"" + Base64.getEncoder().encodeToString(image) + "\",\"名\":1}")
                .getBytes(StandardCharsets.UTF_8);

        ImageBody body = ImageBody.of("{\"image\":\"", image, "\",\"名\":1}");

        assertThat(body.length()).isEqualTo(whole.length);
        assertThat(body.sha256()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(whole));
        for (int time = 0; time < 2; time++) {
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            for (byte[] part : body) {
                assertThat(part.length).as("a part").isBetween(1, PART / 3 * 4 + 100);
                sent.writeBytes(part);
            }
            assertThat(sent.toByteArray()).isEqualTo(whole);
        }
    }

    @Test
    void shouldHoldNoImage() throws Exception {
        byte[] text = "{\"url\":\"https://例/\"}".getBytes(StandardCharsets.UTF_8);

        ImageBody body = ImageBody.of("{\"url\":\"https://例/\"}");

        assertThat(body.length()).isEqualTo(text.length);
        assertThat(body).containsExactly(text);
        assertThat(body.sha256()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(text));
    }
}
