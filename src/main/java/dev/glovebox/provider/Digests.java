package dev.glovebox.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests for signatures. Text is encoded as UTF-8. Thread-safe. */
public final class Digests {

    private static final String HMAC_SHA256 = "HmacSHA256";
    private static final String HMAC_SHA1 = "HmacSHA1";

    private Digests() {
    }

    /** Returns a new SHA-256 digest that can be updated part by part. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Returns the SHA-256 of a text. */
    public static byte[] sha256(String text) {
        return sha256().digest(utf8(text));
    }

    /** Returns the HMAC-SHA256 of a text. */
    public static byte[] hmacSha256(byte[] key, String text) {
        return hmac(HMAC_SHA256, key, text);
    }

    /** Returns the HMAC-SHA1 of a text. */
    public static byte[] hmacSha1(byte[] key, String text) {
        return hmac(HMAC_SHA1, key, text);
    }

    /** Returns lower-case hexadecimal digits. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Returns the UTF-8 bytes of a text. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(String algorithm, byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
