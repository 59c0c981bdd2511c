package dev.glovebox.provider.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import dev.glovebox.provider.ImageBody;

/** The example that Huawei publishes with the algorithm, and one that other code has computed. */
class HuaweiSignerTest {

    @Test
    void shouldSignThePublishedExample() {
        HuaweiSigner signer = new HuaweiSigner("QTWAOYTTINDUT2QVKYUC", "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc");
        URI uri = URI.create("https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs"
                + "?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0");

        String authorization = signer.authorization("GET", uri, Map.of("Content-Type", "application/json", "Host",
                "service.region.example.com", "X-Sdk-Date", "20191115T033655Z"), ImageBody.of("").sha256());

        assertThat(authorization).isEqualTo("SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, "
                + "SignedHeaders=content-type;host;x-sdk-date, "
                + "Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe");
    }

    @Test
    void shouldSignARequestWithABody() {
        HuaweiSigner signer = new HuaweiSigner("AK", "EXAMPLE-SK-not-real");

        String authorization = signer.authorization("post",
                URI.create("https://ocr.cn-north-4.myhuaweicloud.com/v2/0123456789abcdef0123456789abcdef/ocr/vin"),
                Map.of("host", "ocr.cn-north-4.myhuaweicloud.com", "x-project-id", "0123456789abcdef0123456789abcdef",
                        "x-sdk-date", " 20240102T030405Z "),
                ImageBody.of("{\"image\":\"", "hello".getBytes(StandardCharsets.US_ASCII), "\"}").sha256());

        assertThat(authorization).isEqualTo("SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-project-id;x-sdk-date, "
                + "Signature=34512eb30b4d690c10537947af02c446190cd01478e65d5b3d091b5a287e9c16");
    }

    @Test
    void shouldEncodePathAndQueryOnce() {
        SortedMap<String, String> headers = new TreeMap<>(Map.of("x-sdk-date", "d"));

        String request = HuaweiSigner.canonicalRequest("GET", URI.create("https://h/a%20b/%E4%BA%AC+c?b=2&a=%2F+x&a=&c"),
                headers, ImageBody.of("").sha256());

        assertThat(request.lines().toList()).startsWith("GET", "/a%20b/%E4%BA%AC%2Bc/", "a=&a=%2F%20x&b=2&c=", "x-sdk-date:d",
                "",
                "x-sdk-date");
    }

    @Test
    void shouldNotSignWithoutADate() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HuaweiSigner("AK", "SK").authorization("GET",
                URI.create("https://h/"), Map.of("host", "h"), ImageBody.of("").sha256()));
    }
}
