package dev.glovebox.provider;

import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;

/** A setting that a provider cannot do without. */
public final class Setting {

    private Setting() {
    }

    /** @throws ConfigurationException where it is not set; the message names its key */
    public static String required(Optional<String> value, String key) {
        return value.orElseThrow(() -> new ConfigurationException(key + " is missing"));
    }
}
