package dev.glovebox.provider;

import java.time.InstantSource;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.failure.FailureException;
import io.smallrye.mutiny.Uni;

/**
 * What a provider needs for its calls, whichever service it calls. Immutable.
 *
 * @param name the provider's name in settings, results and failures
 * @param policy how the service is called
 * @param json parses answers and writes requests
 * @param clock tells the time
 */
public record ProviderContext(String name, CallPolicy policy, ObjectMapper json, InstantSource clock) {

    /** Returns the full key of a setting of this provider. */
    public String key(String setting) {
        return prefix(name) + setting;
    }

    /** Returns what the keys of a provider's settings begin with. */
    static String prefix(String provider) {
        return "glovebox." + provider + ".";
    }

    /**
     * Returns the answer to a call.
     *
     * @param call sends the request once per subscription
     * @return fails with a {@link FailureException} if the connection fails
     */
    public Uni<WireAnswer> answer(Uni<Response> call) {
        return call.onFailure().transform(failure -> WireFailures.ofConnection(failure, name))
                .map(response -> WireAnswer.of(response, json, clock.instant()));
    }
}
