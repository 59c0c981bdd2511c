package dev.glovebox.provider.tencentclassic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published multi-use vector, and one without a bucket that other code has computed. */
class TencentClassicSignerTest {

    private static final Instant NOW = Instant.ofEpochSecond(1437995644);
    private static final Instant EXPIRY = Instant.ofEpochSecond(1437995704);

    @Test
    void shouldSignThePublishedExample() {
        assertThat(signer("newbucket").authorization(NOW, EXPIRY, 2081660421L)).isEqualTo(
                "wHgvVkXpcZ3d+G0rOkAJml3R5NdhPTIwMDAwMSZiPW5ld2J1Y2tldCZrPUFLSURVZkxVRVVpZ1FpWHFtN0NWU3NwS0pudWFpSUt0eHFBdiZlPTE0"
                        + "Mzc5OTU3MDQmdD0xNDM3OTk1NjQ0JnI9MjA4MTY2MDQyMSZmPQ==");
    }

    @ParameterizedTest
    @CsvSource({ "newbucket, c0782f5645e9719dddf86d2b3a40099a5dd1e4d7", ", cf1e7cb9421401e85e43a7ccff9e6b7d851f447c" })
    void shouldPutTheDigestBeforeWhatItSigns(String bucket, String hmac) {
        byte[] signature = Base64.getDecoder().decode(signer(bucket).authorization(NOW, EXPIRY, 2081660421L));

        assertThat(HexFormat.of().formatHex(Arrays.copyOf(signature, 20))).isEqualTo(hmac);
    }

    @Test
    void shouldBeGoodForAWhileAndNeverTheSame() {
        TencentClassicSigner signer = signer(null);
        String one = original(signer.authorization(NOW));
        String other = original(signer.authorization(NOW));

        assertThat(one).matches("a=200001&k=\\w+&e=1437996244&t=1437995644&r=\\d{1,10}&f=").isNotEqualTo(other);
    }

    private static String original(String authorization) {
        byte[] signature = Base64.getDecoder().decode(authorization);
        return new String(signature, 20, signature.length - 20, StandardCharsets.US_ASCII);
    }

    private static TencentClassicSigner signer(String bucket) {
        return new TencentClassicSigner("200001", bucket, "AKIDUfLUEUigQiXqm7CVSspKJnuaiIKtxqAv",
                "bLcPnl88WU30VY57ipRhSePfPdOfSruK", new Random(1));
    }
}
