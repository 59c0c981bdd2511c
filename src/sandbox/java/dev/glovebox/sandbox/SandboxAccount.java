package dev.glovebox.sandbox;

import java.time.Duration;

/**
 * The one customer that the sandbox knows.
 *
 * @param tokenValidity how long an IAM token holds
 * @param tencent the same customer at Tencent
 */
public record SandboxAccount(String projectId, String region, String accessKey, String secretKey, String domain,
        String username,
        String password, Duration tokenValidity, Tencent tencent) {

    /**
     * @param token goes with temporary keys, which these may be taken for
     * @param bucket may be signed with
     */
    public record Tencent(String appId, String secretId, String secretKey, String token, String bucket) {
    }

    /** The account of dev mode. None of this is a secret. */
    public static final SandboxAccount DEFAULT = new SandboxAccount("0123456789abcdef0123456789abcdef", "cn-north-4",
            "sandbox-access-key", "sandbox-secret-key", "sandbox-domain", "sandbox-user", "sandbox-password",
            Duration.ofHours(24), new Tencent("1250000000", "sandbox-secret-id", "sandbox-secret-key", "sandbox-token",
                    "sandbox-bucket"));
}
