package dev.glovebox.testing;

import java.time.InstantSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.provider.ProviderSupport;
import dev.glovebox.provider.RestClients;

/** Creates the support that the factory of a provider needs. */
public final class TestProviders {

    private TestProviders() {
    }

    /** Returns the support of providers whose secrets are values or files, at the time of the clock. */
    public static ProviderSupport support(RestClients clients, ObjectMapper json, InstantSource clock) {
        return new ProviderSupport(clients, TestCredentials.at(clock), json, clock);
    }
}
