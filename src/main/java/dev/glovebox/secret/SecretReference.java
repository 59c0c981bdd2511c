package dev.glovebox.secret;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The value of a setting that is a secret: the secret itself, or a reference to the store that holds it. If the store holds a
 * JSON object, the text after a {@code #} names the member that is the secret.
 *
 * <ul>
 * <li>{@code file:/run/secrets/huawei#secret-key}
 * <li>{@code aws-secretsmanager:glovebox/huawei#secret-key}, or an ARN instead of the name
 * <li>{@code aws-ssm:/glovebox/huawei/secret-key}
 * </ul>
 */
public sealed interface SecretReference {

    /**
     * The secret itself.
     *
     * @param value the secret; never null
     */
    record Value(String value) implements SecretReference {

        /** Returns no secret. */
        @Override
        public String toString() {
            return "Value";
        }
    }

    /**
     * A secret that a store holds.
     *
     * @param store the store
     * @param name the store's name for it
     * @param member the member of the JSON object in the store; null if the secret is the whole text
     * @param key the key of the setting that refers to the secret
     */
    record Stored(SecretStore store, String name, String member, String key) implements SecretReference {

        /** Returns the id of the whole text in the store, which several references may share. */
        String textId() {
            return store.scheme() + ":" + name;
        }
    }

    /**
     * Parses a setting.
     *
     * @param text the setting's value; never null
     * @param key the setting's key, for the message
     * @throws ConfigurationException if the setting is empty, is a reference without a name or to an unknown store, or contains
     *         a control character
     */
    static SecretReference of(String text, String key) {
        String setting = SecretText.trim(text);
        if (setting.isEmpty()) {
            throw new ConfigurationException(key + " is empty");
        }
        SecretText.problem(key, setting).ifPresent(problem -> {
            throw new ConfigurationException(problem);
        });
        for (SecretStore store : SecretStore.values()) {
            String prefix = store.scheme() + ":";
            if (setting.startsWith(prefix)) {
                return stored(store, setting.substring(prefix.length()), key);
            }
        }
        // no provider's key starts like this
        if (setting.matches("(?s)(aws|azure|gcp|vault|kms)(-[a-z]+)*:.*")) {
            throw new ConfigurationException(
                    key + " refers to an unknown secret store; the known ones are file, aws-secretsmanager and aws-ssm");
        }
        return new Value(setting);
    }

    private static Stored stored(SecretStore store, String reference, String key) {
        String[] parts = reference.split("#", 2);
        String name = parts[0];
        String member = parts.length > 1 ? parts[1] : null;
        if (name.isBlank() || member != null && member.isBlank() || store == SecretStore.FILE && !isFilePath(name)) {
            throw new ConfigurationException(
                    key + " must be " + store.scheme() + ":<name> or " + store.scheme() + ":<name>#<member>");
        }
        return new Stored(store, name, member, key);
    }

    private static boolean isFilePath(String text) {
        try {
            return Path.of(text).getFileName() != null;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
