package dev.glovebox.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for an object in logs: keys often have a plate, a VIN or a name in them. HMAC-SHA256 of {@code bucket/key}, the
 * first 16 bytes of it: whoever has the key finds the lines of an object, and nobody finds the object of a line.
 */
final class ObjectHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final byte[] key;

    /** @param key any bytes but none */
    ObjectHash(byte[] key) {
        this.key = key.clone();
    }

    /** 32 hexadecimal digits. */
    String of(String bucket, String objectKey) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] hash = mac.doFinal((bucket + "/" + objectKey).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
