package dev.glovebox.provider;

import java.util.Optional;

import io.quarkus.runtime.configuration.ConfigurationException;

/** Checks of settings. */
public final class Setting {

    private Setting() {
    }

    /**
     * Returns the value of a setting.
     *
     * @param key the setting's key
     * @throws ConfigurationException if the setting has no value; the message names its key
     */
    public static String required(Optional<String> value, String key) {
        return value.orElseThrow(() -> new ConfigurationException(key + " is missing"));
    }
}
