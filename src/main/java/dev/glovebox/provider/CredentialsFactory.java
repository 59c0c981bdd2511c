package dev.glovebox.provider;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.secret.Secrets;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Creates credentials from a provider's settings. Immutable. */
@ApplicationScoped
public class CredentialsFactory {

    private final Secrets secrets;
    private final InstantSource clock;

    /** Creates a factory of credentials whose secrets are loaded by {@code secrets}. */
    public CredentialsFactory(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Returns credentials that are loaded when they are first needed.
     *
     * @param provider the provider's name, for failures
     * @param prefix the prefix of the settings' keys, with its dot
     * @param settings secrets or references to them by their keys without the prefix; settings without a value are left out
     * @param factory makes the credentials of the secrets by the same keys
     * @throws ConfigurationException if a setting is a broken reference; the message names its key
     */
    public <T> Credentials<T> of(String provider, String prefix, Map<String, Optional<String>> settings,
            Function<Map<String, String>, T> factory) {
        Map<String, String> present = new TreeMap<>();
        settings.forEach((key, value) -> value.ifPresent(set -> present.put(prefix + key, set)));
        return new Credentials<>(provider, present, secrets, loaded -> {
            Map<String, String> withoutPrefix = new LinkedHashMap<>();
            loaded.forEach((key, value) -> withoutPrefix.put(key.substring(prefix.length()), value));
            return factory.apply(withoutPrefix);
        }, clock);
    }
}
