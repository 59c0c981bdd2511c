package dev.glovebox.document;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A failure as a caller sees it: the members of RFC 9457, and ours.
 *
 * @param type {@code urn:glovebox:problem:<code>}
 * @param title what the code means
 * @param status the HTTP status
 * @param detail what is wrong here; no payload, secret or personal data
 * @param code stable, for programs
 * @param retryable whether the same request may succeed later
 * @param provider the provider whose answer it was; null where none was asked
 * @param providerCode that provider's own code; null where it gave none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String code, boolean retryable, String provider,
        String providerCode) {
}
