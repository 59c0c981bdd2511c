package dev.glovebox.testing;

import java.time.InstantSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.provider.ProviderSupport;
import dev.glovebox.provider.RestClients;

/** Creates the {@link ProviderSupport} of provider factories in tests. */
public final class TestProviders {

    private TestProviders() {
    }

    /**
     * Returns support without access to AWS: a secret is in the setting itself or in a file.
     *
     * @param clock decides when tokens and cached secrets expire
     */
    public static ProviderSupport support(RestClients clients, ObjectMapper json, InstantSource clock) {
        return new ProviderSupport(clients, TestCredentials.at(clock), json, clock);
    }
}
