package dev.glovebox.sandbox;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.Headers;

/**
 * Verifies SDK-HMAC-SHA256: recomputes the signature from the request and from the headers that the caller names as signed.
 * Thread-safe.
 */
final class HuaweiSignatureCheck {

    private static final Pattern AUTHORIZATION = Pattern
            .compile("SDK-HMAC-SHA256 Access=([^,\\s]+), ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final int MAX_REFUSALS = 5;
    private static final Duration LOCK = Duration.ofMinutes(5);

    private final SandboxAccount account;
    private final InstantSource clock;
    private int refusals;
    private Instant lockedUntil = Instant.MIN;

    HuaweiSignatureCheck(SandboxAccount account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    /**
     * Throws a refusal if the signature is wrong. Six refusals in a row lock the key for five minutes, even for right
     * signatures.
     */
    synchronized void check(String method, URI uri, Headers headers, byte[] body) {
        if (clock.instant().isBefore(lockedUntil)) {
            throw refused("the access key is locked");
        }
        try {
            verify(method, uri, headers, body);
            refusals = 0;
        } catch (Refusal refusal) {
            if (++refusals > MAX_REFUSALS) {
                lockedUntil = clock.instant().plus(LOCK);
                refusals = 0;
            }
            throw refusal;
        }
    }

    private void verify(String method, URI uri, Headers headers, byte[] body) {
        Matcher authorization = AUTHORIZATION.matcher(headers.getFirst("Authorization"));
        if (!authorization.matches()) {
            throw refused("the Authorization header is malformed");
        }
        if (!authorization.group(1).equals(account.accessKey())) {
            throw refused("the access key does not exist");
        }
        List<String> signed = List.of(authorization.group(2).split(";"));
        List<String> sorted = new ArrayList<>(signed);
        Collections.sort(sorted);
        if (!signed.contains("x-sdk-date") || !signed.equals(sorted)) {
            throw refused("X-Sdk-Date must be signed, and the names sorted");
        }
        checkDate(headers.getFirst("X-Sdk-Date"));

        StringBuilder request = new StringBuilder(method).append('\n').append(path(uri)).append('\n').append(query(uri))
                .append('\n');
        for (String name : signed) {
            String value = headers.getFirst(name);
            if (value == null) {
                throw refused("the signed header " + name + " did not arrive");
            }
            request.append(name).append(':').append(value.trim()).append('\n');
        }
        String bodyHash = "UNSIGNED-PAYLOAD".equals(headers.getFirst("X-Sdk-Content-Sha256")) ? "UNSIGNED-PAYLOAD"
                : Hashes.sha256(body);
        request.append('\n').append(String.join(";", signed)).append('\n').append(bodyHash);
        String toSign = "SDK-HMAC-SHA256\n" + headers.getFirst("X-Sdk-Date") + '\n'
                + Hashes.sha256(request.toString().getBytes(StandardCharsets.UTF_8));
        byte[] expected = Hashes.hmacSha256(account.secretKey().getBytes(StandardCharsets.UTF_8), toSign);
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(authorization.group(3)))) {
            throw refused("verify aksk signature fail");
        }
    }

    private void checkDate(String text) {
        try {
            Instant date = LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC);
            if (Duration.between(date, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
                throw refused("X-Sdk-Date is more than 15 minutes off");
            }
        } catch (DateTimeException | NullPointerException e) {
            throw refused("X-Sdk-Date is missing or malformed");
        }
    }

    private static String path(URI uri) {
        String raw = uri.getRawPath();
        return raw.endsWith("/") ? raw : raw + "/";
    }

    private static String query(URI uri) {
        if (uri.getRawQuery() == null || uri.getRawQuery().isEmpty()) {
            return "";
        }
        List<String> parameters = new ArrayList<>();
        for (String parameter : uri.getRawQuery().split("&")) {
            int at = parameter.indexOf('=');
            String name = at < 0 ? parameter : parameter.substring(0, at);
            parameters.add(encode(name) + "=" + (at < 0 ? "" : encode(parameter.substring(at + 1))));
        }
        Collections.sort(parameters);
        return String.join("&", parameters);
    }

    private static String encode(String text) {
        return URLEncoder.encode(URLDecoder.decode(text, StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("+", "%20")
                .replace("*", "%2A").replace("%7E", "~");
    }

    private static Refusal refused(String reason) {
        return new Refusal(401, "APIG.0301", "Incorrect IAM authentication information: " + reason);
    }
}
