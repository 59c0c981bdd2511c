package dev.glovebox.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.Config;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ResultKey;
import dev.glovebox.document.ReviewRule;
import dev.glovebox.secret.SecretReference;
import dev.glovebox.secret.SecretText;
import dev.glovebox.telemetry.Telemetry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Checks the values of settings, beyond their types. An invalid value stops the start. */
@ApplicationScoped
class SettingsCheck {

    /** One second for a provider call, and one to write the result. */
    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(2);

    /** The Base64 form of a larger image does not fit into one array. */
    private static final long MAX_IMAGE_BYTES = 1L << 30;

    void check(@Observes StartupEvent start, GloveboxSettings settings, Config config) {
        requireAtLeast(MIN_TIMEOUT, settings.timeout(), "glovebox.timeout");
        requireAtLeast(settings.timeout(), settings.storage().claimTimeout(), "glovebox.storage.claim-timeout");
        if (settings.trigger().concurrency() < 1) {
            throw new ConfigurationException("glovebox.trigger.concurrency must be 1 or more");
        }
        if (settings.image().maxBytes().asLongValue() < 1 || settings.image().maxBytes().asLongValue() > MAX_IMAGE_BYTES) {
            throw new ConfigurationException("glovebox.image.max-bytes must be between 1 and " + MAX_IMAGE_BYTES);
        }
        settings.image().memory().filter(memory -> memory.asLongValue() < 1).ifPresent(memory -> {
            throw new ConfigurationException("glovebox.image.memory must be positive");
        });
        try {
            new ReviewRule(settings.review().minConfidence());
        } catch (IllegalArgumentException invalid) {
            throw new ConfigurationException("glovebox.review.min-confidence " + invalid.getMessage());
        }
        settings.http().eventFunction().filter(name -> DocumentType.of(name).isEmpty()).ifPresent(name -> {
            throw new ConfigurationException(
                    "glovebox.http.event-function is not a function: " + name + "; the functions are "
                            + String.join(", ", Arrays.stream(DocumentType.values()).map(DocumentType::id).toList()));
        });
        for (String key : StoreCredentials.KEYS) {
            config.getOptionalValue(key, String.class)
                    .flatMap(value -> SecretText.problem(key, SecretText.trim(value))).ifPresent(problem -> {
                        throw new ConfigurationException(problem);
                    });
        }
        settings.log().hashKey().ifPresent(key -> SecretReference.of(key, Telemetry.HASH_KEY));
        for (String suffix : settings.trigger().suffixes().orElse(List.of())) {
            for (DocumentType type : DocumentType.values()) {
                if (ResultKey.of("image", type).endsWith(suffix.strip().toLowerCase(Locale.ROOT))) {
                    throw new ConfigurationException(
                            "glovebox.trigger.suffixes matches results: " + suffix);
                }
            }
        }
    }

    private static void requireAtLeast(Duration minimum, Duration value, String key) {
        if (value.compareTo(minimum) < 0) {
            throw new ConfigurationException(key + " must be at least " + minimum.toSeconds() + "s");
        }
    }
}
