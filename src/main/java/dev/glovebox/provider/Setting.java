package dev.glovebox.provider;

import java.util.Optional;

import dev.glovebox.secret.SecretText;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Checks of settings. */
public final class Setting {

    private Setting() {
    }

    /**
     * Returns the value of a setting.
     *
     * @param key the setting's key
     * @throws ConfigurationException if the setting has no value, or one with a control character; the message names its key
     */
    public static String required(Optional<String> value, String key) {
        return optional(value, key).orElseThrow(() -> new ConfigurationException(key + " is missing"));
    }

    /**
     * Returns the value of a setting without blanks and line ends around it; empty if it has none.
     *
     * @param key the setting's key
     * @throws ConfigurationException if the value contains a control character; the message names the key
     */
    public static Optional<String> optional(Optional<String> value, String key) {
        Optional<String> text = value.map(SecretText::trim).filter(trimmed -> !trimmed.isEmpty());
        text.flatMap(trimmed -> SecretText.problem(key, trimmed)).ifPresent(problem -> {
            throw new ConfigurationException(problem);
        });
        return text;
    }
}
