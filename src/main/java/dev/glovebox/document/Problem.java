package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The problem details of a failure (RFC 9457), with four members of our own: code, retryable, provider and providerCode.
 *
 * @param type {@code urn:glovebox:problem:<code>}
 * @param title the meaning of the code
 * @param status the HTTP status
 * @param detail the reason of this failure; contains no payload, secret or personal data
 * @param code the stable id of the failure, for programs
 * @param retryable true if the same request may succeed later
 * @param provider the provider that reported the failure; null if no provider was called
 * @param providerCode the provider's own error code; null if it gave none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String code, boolean retryable, String provider,
        String providerCode) {
}
