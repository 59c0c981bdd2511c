package dev.glovebox.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The most calls in a time.
 *
 * @param calls how many
 * @param window in that time
 */
public record RateLimit(int calls, Duration window) {

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,5})/([smh])");

    /**
     * Reads a setting such as {@code 10/s}, {@code 100/m} or {@code 1000/h}; {@code none} is empty.
     *
     * @param key the setting's key
     * @throws ConfigurationException where it is another; the message names the key
     */
    static Optional<RateLimit> of(String text, String key) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new ConfigurationException(key + " must be a number of calls in a time, such as 10/s or 100/m, or none");
        }
        RateLimit limit = new RateLimit(Integer.parseInt(form.group(1)), switch (form.group(2)) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        });
        if (limit.calls() > limit.window().toMillis()) {
            throw new ConfigurationException(key + " must be at most 1000/s, or none");
        }
        return Optional.of(limit);
    }

    /** The time from one call to the next that keeps it, without bursts: a service counts in windows that nobody knows. */
    public Duration spacing() {
        return Duration.ofMillis(Math.ceilDiv(window.toMillis(), calls));
    }
}
