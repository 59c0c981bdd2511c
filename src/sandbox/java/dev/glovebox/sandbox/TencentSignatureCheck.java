package dev.glovebox.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.Headers;

/** Verifies TC3-HMAC-SHA256: recomputes the signature from the request and from the headers that the caller names as signed. */
final class TencentSignatureCheck {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "TC3-HMAC-SHA256 Credential=([^/,\\s]+)/(\\d{4}-\\d\\d-\\d\\d)/([^/,\\s]+)/tc3_request, ?SignedHeaders=([a-z0-9;-]+), ?"
                    + "Signature=([0-9a-f]{64})");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SandboxAccount.Tencent account;
    private final InstantSource clock;

    TencentSignatureCheck(SandboxAccount.Tencent account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    /** Throws the documented refusal if the signature is not valid. */
    void check(Headers headers, byte[] body) {
        String header = headers.getFirst("Authorization");
        Matcher authorization = AUTHORIZATION.matcher(header == null ? "" : header);
        if (!authorization.matches()) {
            throw TencentRefusals.of("AuthFailure.InvalidAuthorization");
        }
        if (!authorization.group(1).equals(account.secretId())) {
            throw TencentRefusals.of("AuthFailure.SecretIdNotFound");
        }
        String token = headers.getFirst("X-TC-Token");
        if (token != null && !token.equals(account.token())) {
            throw TencentRefusals.of("AuthFailure.TokenFailure");
        }
        List<String> signed = List.of(authorization.group(4).split(";"));
        List<String> sorted = new ArrayList<>(signed);
        Collections.sort(sorted);
        if (!signed.contains("content-type") || !signed.contains("host") || !signed.equals(sorted)) {
            throw TencentRefusals.of("AuthFailure.InvalidAuthorization");
        }
        Instant timestamp = timestamp(headers.getFirst("X-TC-Timestamp"));
        String date = authorization.group(2);
        if (Duration.between(timestamp, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw TencentRefusals.of("AuthFailure.SignatureExpire");
        }
        // Tencent's client takes the service's name from the first label of the host, whatever the host is
        String scope = date + "/" + authorization.group(3) + "/tc3_request";
        String toSign = "TC3-HMAC-SHA256\n" + timestamp.getEpochSecond() + "\n" + scope + "\n"
                + Hashes.sha256(canonical(headers, signed, body).getBytes(StandardCharsets.UTF_8));
        byte[] key = Hashes.hmacSha256(
                Hashes.hmacSha256(Hashes.hmacSha256(("TC3" + account.secretKey()).getBytes(StandardCharsets.UTF_8), date),
                        authorization.group(3)),
                "tc3_request");
        boolean sameDay = timestamp.atOffset(ZoneOffset.UTC).toLocalDate().toString().equals(date);
        if (!sameDay
                || !MessageDigest.isEqual(Hashes.hmacSha256(key, toSign), HexFormat.of().parseHex(authorization.group(5)))) {
            throw TencentRefusals.of("AuthFailure.SignatureFailure");
        }
    }

    private static String canonical(Headers headers, List<String> signed, byte[] body) {
        StringBuilder request = new StringBuilder("POST\n/\n\n");
        for (String name : signed) {
            String value = headers.getFirst(name);
            if (value == null) {
                throw TencentRefusals.of("AuthFailure.SignatureFailure");
            }
            request.append(name).append(':').append(value.trim().toLowerCase(Locale.ROOT)).append('\n');
        }
        byte[] hashed = "UNSIGNED-PAYLOAD".equals(headers.getFirst("X-TC-Content-SHA256"))
                ? "UNSIGNED-PAYLOAD".getBytes(StandardCharsets.US_ASCII)
                : body;
        return request.append('\n').append(String.join(";", signed)).append('\n').append(Hashes.sha256(hashed)).toString();
    }

    private static Instant timestamp(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException | DateTimeException e) {
            throw TencentRefusals.of("InvalidParameterValue");
        }
    }
}
