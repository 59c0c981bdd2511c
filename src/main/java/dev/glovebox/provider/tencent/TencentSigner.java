package dev.glovebox.provider.tencent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.glovebox.provider.Digests;

/**
 * Signs requests with TC3-HMAC-SHA256, the algorithm of Tencent Cloud's API 3.0. All requests have the same path. Immutable.
 *
 * @see <a href="https://cloud.tencent.com/document/api/866/33519">the algorithm</a>
 */
final class TencentSigner {

    private static final String ALGORITHM = "TC3-HMAC-SHA256";
    private static final String END = "tc3_request";

    private final String secretId;
    private final String secretKey;
    private final String service;

    /** @param service the name of the product, such as {@code ocr}; signing keys are derived per product */
    TencentSigner(String secretId, String secretKey, String service) {
        this.secretId = secretId;
        this.secretKey = secretKey;
        this.service = service;
    }

    /**
     * Returns the Authorization header of a request.
     *
     * @param query the canonical query; empty for POST
     * @param headers the headers to sign, including {@code content-type} and {@code host}; names and values in any case
     * @param bodySha256 the digest of exactly the bytes that are sent
     * @param at the instant in X-TC-Timestamp, to the second
     */
    String authorization(String method, String query, Map<String, String> headers, byte[] bodySha256, Instant at) {
        SortedMap<String, String> signed = new TreeMap<>();
        headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip().toLowerCase(Locale.ROOT)));
        // the day in UTC of the same instant
        String date = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
        String scope = date + '/' + service + '/' + END;
        String toSign = String.join("\n", ALGORITHM, String.valueOf(at.getEpochSecond()), scope,
                Digests.hex(Digests.sha256(canonicalRequest(method, query, signed, bodySha256))));
        return ALGORITHM + " Credential=" + secretId + '/' + scope + ", SignedHeaders=" + String.join(";", signed.keySet())
                + ", Signature=" + Digests.hex(Digests.hmacSha256(key(date), toSign));
    }

    static String canonicalRequest(String method, String query, SortedMap<String, String> signed, byte[] bodySha256) {
        String headers = signed.entrySet().stream().map(header -> header.getKey() + ':' + header.getValue() + '\n')
                .collect(Collectors.joining());
        return String.join("\n", method, "/", query, headers, String.join(";", signed.keySet()), Digests.hex(bodySha256));
    }

    /** Returns the signing key of one day and service. */
    byte[] key(String date) {
        byte[] ofDate = Digests.hmacSha256(Digests.utf8("TC3" + secretKey), date);
        return Digests.hmacSha256(Digests.hmacSha256(ofDate, service), END);
    }
}
