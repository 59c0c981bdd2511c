package dev.glovebox.document;

import java.util.List;

/**
 * The provider calls for one image.
 *
 * @param name the provider that answered last
 * @param operation the name of the function, such as {@code vin}
 * @param requestId the provider's own id of the last answer, for its support; null if it gave none
 * @param attempts all calls, in order
 */
public record ProviderTrace(String name, String operation, String requestId, List<Attempt> attempts) {

    public ProviderTrace {
        attempts = List.copyOf(attempts);
    }
}
