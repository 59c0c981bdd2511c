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

/** Makes a provider's credentials from its settings. */
@ApplicationScoped
public class CredentialsFactory {

    private final Secrets secrets;
    private final InstantSource clock;

    public CredentialsFactory(Secrets secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Credentials of these settings.
     *
     * @param provider whose they are
     * @param prefix of the settings' keys, with its dot
     * @param settings secrets, or references to them, by the rest of their keys; those that are not set are left out
     * @param make of the secrets by the same rest of their keys
     * @throws ConfigurationException where one is a broken reference; the message names its key
     */
    public <T> Credentials<T> of(String provider, String prefix, Map<String, Optional<String>> settings,
            Function<Map<String, String>, T> make) {
        Map<String, String> present = new TreeMap<>();
        settings.forEach((key, value) -> value.ifPresent(set -> present.put(prefix + key, set)));
        return new Credentials<>(provider, present, secrets, loaded -> {
            Map<String, String> byKey = new LinkedHashMap<>();
            loaded.forEach((key, value) -> byKey.put(key.substring(prefix.length()), value));
            return make.apply(byKey);
        }, clock);
    }
}
