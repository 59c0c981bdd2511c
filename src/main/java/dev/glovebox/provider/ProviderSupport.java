package dev.glovebox.provider;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Makes the parts that every provider needs from its settings. Immutable. */
@Singleton
public class ProviderSupport {

    private final RestClients clients;
    private final CredentialsFactory credentials;
    private final ObjectMapper json;
    private final InstantSource clock;

    public ProviderSupport(RestClients clients, CredentialsFactory credentials, ObjectMapper json, InstantSource clock) {
        this.clients = clients;
        this.credentials = credentials;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Returns the context of a provider.
     *
     * @param name the provider's name; the keys of its settings begin with {@code glovebox.<name>.}
     * @param settings how the provider is called
     * @throws ConfigurationException if a value is invalid; the message names its key
     */
    public ProviderContext context(String name, CallSettings settings) {
        return new ProviderContext(name, CallPolicy.of(settings, ProviderContext.prefix(name)), json, clock);
    }

    /** Returns a builder of a REST client for the provider. */
    public QuarkusRestClientBuilder client(ProviderContext context, Endpoint endpoint) {
        return clients.builder(context.name(), endpoint.uri(), context.policy());
    }

    /**
     * Returns credentials that are loaded when they are first needed.
     *
     * @param settings secrets or references to them by the provider's own keys; settings without a value are left out
     * @param factory makes the credentials of the secrets by the same keys
     * @throws ConfigurationException if a setting is a broken reference; the message names its key
     */
    public <T> Credentials<T> credentials(ProviderContext context, Map<String, Optional<String>> settings,
            Function<Map<String, String>, T> factory) {
        return credentials.of(context.name(), ProviderContext.prefix(context.name()), settings, factory);
    }
}
