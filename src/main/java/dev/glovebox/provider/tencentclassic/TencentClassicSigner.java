package dev.glovebox.provider.tencentclassic;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.random.RandomGenerator;

import dev.glovebox.provider.Digests;

/**
 * Makes multi-use signatures. They are valid for some time and not bound to a request. Thread-safe if the random generator is.
 *
 * @see <a href="https://cloud.tencent.com/document/product/867/17719">the algorithm</a>
 */
final class TencentClassicSigner {

    /** Longer than any call; the service accepts up to three months. */
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    /** The service accepts ten digits; this bound fits an integer. */
    private static final int RANDOM_BOUND = Integer.MAX_VALUE;

    private final String appId;
    private final String bucket;
    private final String secretId;
    private final byte[] secretKey;
    private final RandomGenerator random;

    /** @param bucket the account's bucket; null if it has none */
    TencentClassicSigner(String appId, String bucket, String secretId, String secretKey, RandomGenerator random) {
        this.appId = appId;
        this.bucket = bucket;
        this.secretId = secretId;
        this.secretKey = Digests.utf8(secretKey);
        this.random = random;
    }

    /** Returns the Authorization header of a request at that time. */
    String authorization(Instant now) {
        return authorization(now, now.plus(VALIDITY), random.nextInt(RANDOM_BOUND));
    }

    String authorization(Instant now, Instant expiry, long number) {
        String original = "a=" + appId + (bucket == null ? "" : "&b=" + bucket) + "&k=" + secretId + "&e="
                + expiry.getEpochSecond() + "&t=" + now.getEpochSecond() + "&r=" + number + "&f=";
        byte[] hmac = Digests.hmacSha1(secretKey, original);
        byte[] text = Digests.utf8(original);
        byte[] both = new byte[hmac.length + text.length];
        System.arraycopy(hmac, 0, both, 0, hmac.length);
        System.arraycopy(text, 0, both, hmac.length, text.length);
        return Base64.getEncoder().encodeToString(both);
    }
}
