package dev.glovebox.provider.huawei;

import java.time.Instant;

/**
 * An IAM token.
 *
 * @param value goes into X-Auth-Token
 * @param projectId the project it is good for; null where unknown
 * @param renewAt from when on a new one is fetched
 * @param expiresAt to when it holds all the same, where none can be fetched
 */
record HuaweiToken(String value, String projectId, Instant renewAt, Instant expiresAt) {

    /** Not the value: it is a secret. */
    @Override
    public String toString() {
        return "HuaweiToken[renewAt=" + renewAt + "]";
    }
}
