package dev.glovebox.testing;

import java.time.InstantSource;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.provider.CredentialsFactory;
import dev.glovebox.secret.SecretSettings;
import dev.glovebox.secret.Secrets;

/** Creates credentials without access to AWS: a secret is in the setting itself or in a file. */
public final class TestCredentials {

    private TestCredentials() {
    }

    /**
     * Returns a factory of credentials.
     *
     * @param clock decides when cached secrets expire
     */
    public static CredentialsFactory at(InstantSource clock) {
        return new CredentialsFactory(
                new Secrets(MappedSettings.of(SecretSettings.class, "glovebox.secrets", Map.of()), new ObjectMapper(), clock),
                clock);
    }
}
