package dev.glovebox.provider.huawei;

import java.time.Instant;

/**
 * An IAM token.
 *
 * @param value the value of the X-Auth-Token header
 * @param projectId the project of the token; null if unknown
 * @param renewAt the instant from which a new token is requested
 * @param expiresAt the instant until which the token can be used if no new one is available
 */
record HuaweiToken(String value, String projectId, Instant renewAt, Instant expiresAt) {

    /** Returns the renewal time without the value, which is a secret. */
    @Override
    public String toString() {
        return "HuaweiToken[renewAt=" + renewAt + "]";
    }
}
