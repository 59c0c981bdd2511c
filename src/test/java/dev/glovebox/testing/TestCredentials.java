package dev.glovebox.testing;

import java.time.InstantSource;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.provider.CredentialsFactory;
import dev.glovebox.secret.SecretSettings;
import dev.glovebox.secret.Secrets;

/** Credentials whose secrets are values or files. */
public final class TestCredentials {

    private TestCredentials() {
    }

    /** Returns credentials at the time of the clock. */
    public static CredentialsFactory at(InstantSource clock) {
        return new CredentialsFactory(
                new Secrets(MappedSettings.of(SecretSettings.class, "glovebox.secrets", Map.of()), new ObjectMapper(), clock),
                clock);
    }
}
