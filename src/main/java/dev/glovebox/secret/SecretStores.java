package dev.glovebox.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;

import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Reads the texts that hold secrets from files and from AWS. Thread-safe; calls block. */
final class SecretStores {

    private final SecretSettings settings;
    private final ObjectMapper json;

    SecretStores(SecretSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /**
     * Reads the whole text that a store holds now. Blocks the thread.
     *
     * @throws SecretException if the text cannot be read
     */
    String text(SecretReference.Stored stored) {
        return switch (stored.store()) {
            case FILE -> readFile(stored.name());
            case SECRETS_MANAGER -> aws().secret(stored.name());
            case PARAMETER_STORE -> aws().parameter(stored.name());
        };
    }

    private static String readFile(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (NoSuchFileException e) {
            throw new SecretException("The file of the secret does not exist", false);
        } catch (IOException e) {
            throw new SecretException("The file of the secret cannot be read: " + e.getClass().getSimpleName(), false);
        }
    }

    private AwsSecrets aws() {
        return new AwsSecrets(DefaultCredentialsProvider.builder().build(), SecretStores::defaultRegion, settings, json);
    }

    private static String defaultRegion() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
        } catch (SdkException e) {
            throw new SecretException("No AWS region is configured, and the name of the secret contains none", false);
        }
    }
}
