package dev.glovebox.function;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Stops the start where settings are of the right type, and make no sense. */
@ApplicationScoped
class SettingsCheck {

    /** A call of a second, and a second to write its result. */
    private static final Duration LEAST_TIMEOUT = Duration.ofSeconds(2);

    void check(@Observes StartupEvent start, GloveboxSettings settings) {
        atLeast(LEAST_TIMEOUT, settings.timeout(), "glovebox.timeout");
        atLeast(settings.timeout(), settings.storage().claimTimeout(), "glovebox.storage.claim-timeout");
    }

    private static void atLeast(Duration least, Duration value, String key) {
        if (value.compareTo(least) < 0) {
            throw new ConfigurationException(key + " must be at least " + least.toSeconds() + "s");
        }
    }
}
