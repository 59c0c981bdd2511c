package dev.glovebox.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Verifies the signature of the classic call: base64 of an HMAC-SHA1 and of the parameters that it signs. */
final class TencentClassicSignatureCheck {

    private static final int HMAC_BYTES = 20;
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(93);

    private final SandboxAccount.Tencent account;
    private final InstantSource clock;

    TencentClassicSignatureCheck(SandboxAccount.Tencent account, InstantSource clock) {
        this.account = account;
        this.clock = clock;
    }

    /**
     * Throws the documented refusal if the signature is not valid.
     *
     * @param authorization the header; may be null
     * @param appId the account that the request names
     */
    void check(String authorization, String appId) {
        if (authorization == null || authorization.isEmpty()) {
            throw refusal(4);
        }
        byte[] signature = decode(authorization);
        String signed = new String(signature, HMAC_BYTES, signature.length - HMAC_BYTES, StandardCharsets.UTF_8);
        Map<String, String> parameters = parameters(signed);
        checkAccount(parameters, appId);
        checkTimes(parameters);
        byte[] expected = Hashes.hmacSha1(account.secretKey().getBytes(StandardCharsets.UTF_8), signed);
        if (!MessageDigest.isEqual(expected, Arrays.copyOf(signature, HMAC_BYTES))) {
            throw refusal(14);
        }
    }

    private static byte[] decode(String authorization) {
        try {
            byte[] signature = Base64.getDecoder().decode(authorization);
            if (signature.length > HMAC_BYTES) {
                return signature;
            }
        } catch (IllegalArgumentException notBase64) {
            // refused below
        }
        throw refusal(5);
    }

    private static Map<String, String> parameters(String signed) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : signed.split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        return parameters;
    }

    private void checkAccount(Map<String, String> parameters, String appId) {
        if (!account.secretId().equals(parameters.get("k"))) {
            throw refusal(11);
        }
        if (!account.appId().equals(parameters.get("a")) || !appId.equals(parameters.get("a"))) {
            throw refusal(12);
        }
        if (parameters.containsKey("b") && !account.bucket().equals(parameters.get("b"))) {
            throw refusal(6);
        }
    }

    private void checkTimes(Map<String, String> parameters) {
        Instant signed = instant(parameters.get("t"));
        Instant expiry = instant(parameters.get("e"));
        // this call does not accept signatures for single use: e=0 and an object in f
        if (!expiry.isAfter(signed) || Duration.between(signed, expiry).compareTo(LONGEST_VALIDITY) > 0
                || !"".equals(parameters.get("f")) || !parameters.getOrDefault("r", "").matches("\\d{1,10}")) {
            throw refusal(5);
        }
        if (clock.instant().isAfter(expiry)) {
            throw refusal(9);
        }
    }

    private static Instant instant(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds));
        } catch (NumberFormatException e) {
            throw refusal(5);
        }
    }

    private static Refusal refusal(int code) {
        return TencentClassicEndpoint.refusal(200, code);
    }
}
