package dev.glovebox.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The maximum number of calls in a period.
 *
 * @param calls the number of calls; positive
 * @param window the period
 */
public record RateLimit(int calls, Duration window) {

    private static final Pattern FORMAT = Pattern.compile("([1-9]\\d{0,5})/([smh])");

    /**
     * Parses a setting such as {@code 10/s}, {@code 100/m} or {@code 1000/h}; {@code none} is empty.
     *
     * @param key the setting's key
     * @throws ConfigurationException if the text has another format; the message names the key
     */
    static Optional<RateLimit> of(String text, String key) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw new ConfigurationException(key + " must be a number of calls in a period, such as 10/s or 100/m, or none");
        }
        RateLimit limit = new RateLimit(Integer.parseInt(matcher.group(1)), switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        });
        if (limit.calls() > limit.window().toMillis()) {
            throw new ConfigurationException(key + " must be at most 1000/s, or none");
        }
        return Optional.of(limit);
    }

    /**
     * Returns the time between two calls that keeps the limit, rounded up to milliseconds. It allows no bursts, since the
     * start of the service's windows is unknown.
     */
    public Duration spacing() {
        return Duration.ofMillis(Math.ceilDiv(window.toMillis(), calls));
    }
}
