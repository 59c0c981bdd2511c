package dev.glovebox.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes the hashes that replace object names in logs, since names often contain a plate number, a VIN or the name of a
 * person. The hash is the first 16 bytes of the HMAC-SHA256 of {@code bucket/key}. With the secret key, an operator can find
 * the lines of an object. The object of a line cannot be found. Thread-safe.
 */
final class ObjectHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_BYTES = 16;

    private final byte[] secretKey;

    /** @param secretKey at least one byte; copied */
    ObjectHash(byte[] secretKey) {
        this.secretKey = secretKey.clone();
    }

    /** Returns the hash of an object: 32 hexadecimal digits. */
    String of(String bucket, String objectKey) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secretKey, ALGORITHM));
            byte[] hash = mac.doFinal((bucket + "/" + objectKey).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, HASH_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The Java platform lacks " + ALGORITHM, e);
        }
    }
}
