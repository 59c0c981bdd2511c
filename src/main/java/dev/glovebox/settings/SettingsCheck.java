package dev.glovebox.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ResultKey;
import dev.glovebox.document.ReviewRule;
import dev.glovebox.secret.SecretReference;
import dev.glovebox.telemetry.Telemetry;
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
        if (settings.trigger().concurrency() < 1) {
            throw new ConfigurationException("glovebox.trigger.concurrency must be 1 or more");
        }
        try {
            new ReviewRule(settings.review().minConfidence());
        } catch (IllegalArgumentException outside) {
            throw new ConfigurationException("glovebox.review.min-confidence " + outside.getMessage());
        }
        settings.http().eventFunction().filter(name -> DocumentType.of(name).isEmpty()).ifPresent(name -> {
            throw new ConfigurationException(
                    "glovebox.http.event-function is no function: " + name + "; there are "
                            + String.join(", ", Arrays.stream(DocumentType.values()).map(DocumentType::id).toList()));
        });
        settings.log().hashKey().ifPresent(key -> SecretReference.of(key, Telemetry.HASH_KEY));
        for (String suffix : settings.trigger().suffixes().orElse(List.of())) {
            for (DocumentType type : DocumentType.values()) {
                if (ResultKey.of("image", type).endsWith(suffix.strip().toLowerCase(Locale.ROOT))) {
                    throw new ConfigurationException(
                            "glovebox.trigger.suffixes would take results for images: " + suffix);
                }
            }
        }
    }

    private static void atLeast(Duration least, Duration value, String key) {
        if (value.compareTo(least) < 0) {
            throw new ConfigurationException(key + " must be at least " + least.toSeconds() + "s");
        }
    }
}
