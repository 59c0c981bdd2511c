package dev.glovebox.document;

import java.util.List;

/**
 * Who read the image, and what it took.
 *
 * @param name the provider that answered last
 * @param operation its function's name
 * @param requestId the provider's own id of that answer, for its support; null where it gave none
 * @param attempts every call, in order
 */
public record ProviderTrace(String name, String operation, String requestId, List<Attempt> attempts) {

    public ProviderTrace {
        attempts = List.copyOf(attempts);
    }
}
