package dev.glovebox.provider.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.glovebox.provider.Digests;

/** The published vectors of TC3-HMAC-SHA256, and two that other code has computed. */
class TencentSignerTest {

    /** The backslashes are in the published body: it is pure ASCII. */
    private static final String BODY = "{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], "
            + "\"Name\": \"instance-name\"}]}";
    private static final Instant AT = Instant.ofEpochSecond(1551113065);
    private static final String JSON = "application/json; charset=utf-8";

    @ParameterizedTest
    @CsvSource({
            "'',                           5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031, Gu5t9xGARNpq86cd98joQYCN3*******, 2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c",
            "'',                           5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031, Gu5t9xGARNpq86cd98joQYCN3EXAMPLE, 72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168",
            "DescribeInstances,            7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84, Gu5t9xGARNpq86cd98joQYCN3*******, be4f67d323c78ab9acb7395e43c0dbcf822a9cfac32fea2449a7bc7726b770a3",
            "DescribeInstances,            7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84, Gu5t9xGARNpq86cd98joQYCN3EXAMPLE, 644be983de9a8a3f00db8eadaba61467c3b429e2215758ba897b738ca469fd26" })
    void shouldSignThePublishedPost(String action, String canonicalHash, String secretKey, String signature) {
        SortedMap<String, String> headers = new TreeMap<>(Map.of("content-type", JSON, "host", "cvm.tencentcloudapi.com"));
        if (!action.isEmpty()) {
            headers.put("x-tc-action", "describeinstances");
        }
        byte[] body = Digests.sha256(BODY);
        assertThat(Digests.hex(body)).isEqualTo("35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064");
        assertThat(Digests.hex(Digests.sha256(TencentSigner.canonicalRequest("POST", "", headers, body))))
                .isEqualTo(canonicalHash);

        Map<String, String> asSent = new TreeMap<>(Map.of("Content-Type", JSON, "Host", "cvm.tencentcloudapi.com"));
        if (!action.isEmpty()) {
            asSent.put("X-TC-Action", action);
        }
        assertThat(new TencentSigner("AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******", secretKey, "cvm").authorization("POST", "", asSent,
                body, AT))
                .isEqualTo("TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******/2019-02-25/cvm/tc3_request, "
                        + "SignedHeaders=content-type;host" + (action.isEmpty() ? "" : ";x-tc-action") + ", Signature="
                        + signature);
    }

    @Test
    void shouldDeriveTheKeyOfADay() {
        assertThat(HexFormat.of().formatHex(
                new TencentSigner("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", "cvm")
                        .key("2019-02-25")))
                .isEqualTo("ac658d5dde49e9bfdd14e04e062f66b05d9f637d44b8a8d845327d4a77f666b1");
    }

    @Test
    void shouldSignTheOlderGet() {
        Map<String, String> headers = Map.of("content-type", "application/x-www-form-urlencoded", "host",
                "cvm.tencentcloudapi.com");

        assertThat(new TencentSigner("id", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", "cvm").authorization("GET", "Limit=10&Offset=0",
                headers, Digests.sha256(""), Instant.ofEpochSecond(1539084154)))
                .contains("/2018-10-09/cvm/")
                .endsWith("Signature=5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474");
    }

    @Test
    void shouldSignAVinRequest() {
        Map<String, String> headers = Map.of("content-type", JSON, "host", "ocr.tencentcloudapi.com", "x-tc-action", "VinOCR");

        assertThat(new TencentSigner("id", "EXAMPLE-SECRET-KEY-not-real", "ocr").authorization("POST", "", headers,
                Digests.sha256("{\"ImageBase64\":\"aGVsbG8=\"}"), Instant.ofEpochSecond(1704164645)))
                .isEqualTo("TC3-HMAC-SHA256 Credential=id/2024-01-02/ocr/tc3_request, "
                        + "SignedHeaders=content-type;host;x-tc-action, "
                        + "Signature=d602229397d769efc120906a571dcf02da69e7d917ccd2d6cd66e17b33a7fc02");
    }

    @ParameterizedTest
    @CsvSource({ "2024-01-01T23:59:59Z, 2024-01-01", "2024-01-02T00:00:00Z, 2024-01-02",
            "2024-01-01T23:59:59.999Z, 2024-01-01" })
    void shouldTakeTheDayOfTheVeryInstantInUtc(Instant at, String date) {
        assertThat(new TencentSigner("id", "key", "ocr").authorization("POST", "", Map.of("host", "h", "content-type", JSON),
                Digests.sha256("车牌"), at)).startsWith("TC3-HMAC-SHA256 Credential=id/" + date + "/ocr/tc3_request");
    }
}
