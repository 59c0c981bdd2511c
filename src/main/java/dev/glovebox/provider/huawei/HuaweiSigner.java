package dev.glovebox.provider.huawei;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.glovebox.provider.Digests;

/**
 * Signs requests with SDK-HMAC-SHA256, the algorithm of Huawei Cloud's API gateway. Immutable.
 *
 * @see <a href="https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm.html">the algorithm</a>
 */
final class HuaweiSigner {

    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final String DATE_HEADER = "x-sdk-date";

    private final String accessKey;
    private final byte[] secretKey;

    HuaweiSigner(String accessKey, String secretKey) {
        this.accessKey = accessKey;
        this.secretKey = Digests.utf8(secretKey);
    }

    /**
     * Returns the Authorization header of a request.
     *
     * @param headers the headers to sign, including {@code x-sdk-date}; names in any case
     * @param bodySha256 the digest of exactly the bytes that are sent
     * @throws IllegalArgumentException if {@code x-sdk-date} is missing
     */
    String authorization(String method, URI uri, Map<String, String> headers, byte[] bodySha256) {
        SortedMap<String, String> signed = new TreeMap<>();
        headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
        String date = signed.get(DATE_HEADER);
        if (date == null) {
            throw new IllegalArgumentException("X-Sdk-Date is not among the signed headers");
        }
        String toSign = ALGORITHM + '\n' + date + '\n'
                + Digests.hex(Digests.sha256(canonicalRequest(method, uri, signed, bodySha256)));
        return ALGORITHM + " Access=" + accessKey + ", SignedHeaders=" + String.join(";", signed.keySet()) + ", Signature="
                + Digests.hex(Digests.hmacSha256(secretKey, toSign));
    }

    static String canonicalRequest(String method, URI uri, SortedMap<String, String> signed, byte[] bodySha256) {
        String headers = signed.entrySet().stream().map(header -> header.getKey() + ':' + header.getValue() + '\n')
                .collect(Collectors.joining());
        return String.join("\n", method.toUpperCase(Locale.ROOT), canonicalPath(uri), canonicalQuery(uri), headers,
                String.join(";", signed.keySet()), Digests.hex(bodySha256));
    }

    /** The canonical path ends with a slash even if the real path does not. */
    private static String canonicalPath(URI uri) {
        String path = Arrays.stream(uri.getRawPath().split("/"))
                .map(segment -> encode(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("/"));
        return path.endsWith("/") ? path : path + "/";
    }

    private static String canonicalQuery(URI uri) {
        if (uri.getRawQuery() == null) {
            return "";
        }
        return Arrays.stream(uri.getRawQuery().split("&")).filter(parameter -> !parameter.isEmpty()).map(parameter -> {
            String[] parts = parameter.split("=", 2);
            return encode(decode(parts[0])) + "=" + (parts.length == 1 ? "" : encode(decode(parts[1])));
        }).sorted().collect(Collectors.joining("&"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Encodes all characters but the unreserved ones of RFC 3986. */
    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : Digests.utf8(text)) {
            char c = (char) (b & 0xFF);
            if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }
}
