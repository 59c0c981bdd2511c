package dev.glovebox.secret;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * What a setting says of a secret: the value itself, or where it is to be had. After a {@code #} comes the member of a JSON
 * object that is meant, where what lies there is one.
 *
 * <ul>
 * <li>{@code file:/run/secrets/huawei#secret-key}
 * <li>{@code aws-secretsmanager:glovebox/huawei#secret-key}, or an ARN for the name
 * <li>{@code aws-ssm:/glovebox/huawei/secret-key}
 * </ul>
 */
public sealed interface SecretReference {

    /** The value itself. */
    record Value(String value) implements SecretReference {

        @Override
        public String toString() {
            return "Value";
        }
    }

    /**
     * Something that holds the value.
     *
     * @param home what it is kept by
     * @param name what it is known by there
     * @param member of the JSON object that lies there; null where all of it is the value
     */
    record Kept(Home home, String name, String member) implements SecretReference {
    }

    /** What keeps secrets. */
    enum Home {
        /** A file, such as Kubernetes and Docker mount. */
        FILE("file"),
        /** AWS Secrets Manager. */
        SECRETS_MANAGER("aws-secretsmanager"),
        /** Parameter Store, of AWS Systems Manager. */
        PARAMETER_STORE("aws-ssm");

        private final String scheme;

        Home(String scheme) {
            this.scheme = scheme;
        }

        /** What stands before the colon in a setting. */
        public String scheme() {
            return scheme;
        }
    }

    /**
     * What the setting says.
     *
     * @param setting never null
     * @param key the setting's key, for the message
     * @throws ConfigurationException where it is a reference and names nothing, or nothing that is known
     */
    static SecretReference of(String setting, String key) {
        for (Home home : Home.values()) {
            if (setting.startsWith(home.scheme() + ":")) {
                String[] parts = setting.substring(home.scheme().length() + 1).split("#", 2);
                if (parts[0].isBlank() || parts.length > 1 && parts[1].isBlank() || home == Home.FILE && !isPath(parts[0])) {
                    throw new ConfigurationException(key + " must be " + home.scheme() + ":<name> or " + home.scheme()
                            + ":<name>#<member>");
                }
                return new Kept(home, parts[0], parts.length > 1 ? parts[1] : null);
            }
        }
        // no provider's key begins so
        if (setting.matches("(?s)(aws|azure|gcp|vault|kms)(-[a-z]+)*:.*")) {
            throw new ConfigurationException(
                    key + " names a store of secrets that is not known: file, aws-secretsmanager and aws-ssm are");
        }
        return new Value(setting);
    }

    private static boolean isPath(String text) {
        try {
            return Path.of(text).getFileName() != null;
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
