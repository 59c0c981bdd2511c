package dev.glovebox.sandbox;

import java.time.Duration;

/**
 * The one customer that the sandbox knows.
 *
 * @param tokenValidity how long an IAM token holds
 */
public record SandboxAccount(String projectId, String region, String accessKey, String secretKey, String domain,
        String username,
        String password, Duration tokenValidity) {

    /** The account of dev mode. None of this is a secret. */
    public static final SandboxAccount DEFAULT = new SandboxAccount("0123456789abcdef0123456789abcdef", "cn-north-4",
            "sandbox-access-key", "sandbox-secret-key", "sandbox-domain", "sandbox-user", "sandbox-password",
            Duration.ofHours(24));
}
