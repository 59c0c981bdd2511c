package dev.glovebox.telemetry;

import java.util.List;

/**
 * The provider calls for one image.
 *
 * @param provider the provider that answered last; null if no provider was called
 * @param requestId the provider's id of that answer; null if it gave none
 * @param code the provider's code of a failure; null if it gave none
 * @param calls every call, in order
 * @param failovers how often the next provider of the chain took over
 */
public record ProviderAnswer(String provider, String requestId, String code, List<Call> calls, int failovers) {

    /** No provider was called. */
    public static final ProviderAnswer NONE = new ProviderAnswer(null, null, null, List.of(), 0);

    public ProviderAnswer {
        calls = List.copyOf(calls);
    }

    /**
     * One call.
     *
     * @param provider the provider's name
     * @param outcome {@code succeeded}, or the code of the failure
     * @param millis the duration of the call
     */
    public record Call(String provider, String outcome, long millis) {
    }

    /** Returns the same calls with the provider's code of a failure. */
    ProviderAnswer withCode(String newCode) {
        return new ProviderAnswer(provider, requestId, newCode, calls, failovers);
    }
}
