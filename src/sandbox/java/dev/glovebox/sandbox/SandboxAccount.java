package dev.glovebox.sandbox;

import java.time.Duration;

/**
 * The only account that the sandbox accepts.
 *
 * @param projectId the project at Huawei
 * @param region the region of that project
 * @param accessKey the access key at Huawei
 * @param secretKey the secret of that key
 * @param domain the domain of the IAM user
 * @param username the name of the IAM user
 * @param password the password of the IAM user
 * @param tokenValidity the time until an IAM token expires
 * @param tencent the account at Tencent
 */
public record SandboxAccount(String projectId, String region, String accessKey, String secretKey, String domain,
        String username,
        String password, Duration tokenValidity, Tencent tencent) {

    /**
     * The account at Tencent.
     *
     * @param appId the account's number
     * @param secretId the id of the key
     * @param secretKey the secret of that key
     * @param token the token of temporary keys; requests may omit it
     * @param bucket the bucket that a classic signature may name
     */
    public record Tencent(String appId, String secretId, String secretKey, String token, String bucket) {
    }

    /** The account of dev mode. None of this is a secret. */
    public static final SandboxAccount DEFAULT = new SandboxAccount("0123456789abcdef0123456789abcdef", "cn-north-4",
            "sandbox-access-key", "sandbox-secret-key", "sandbox-domain", "sandbox-user", "sandbox-password",
            Duration.ofHours(24), new Tencent("1250000000", "sandbox-secret-id", "sandbox-secret-key", "sandbox-token",
                    "sandbox-bucket"));
}
