package dev.glovebox.storage;

import java.util.Locale;

import org.eclipse.microprofile.config.spi.Converter;

/** Converts the values of {@code glovebox.storage.claim}. */
public final class ClaimModeConverter implements Converter<ClaimMode> {

    private static final long serialVersionUID = 1L;

    /**
     * Converts a value.
     *
     * @throws IllegalArgumentException if it is not one of {@code auto}, {@code conditional}, {@code read-back}, and of the
     *         deprecated {@code true} and {@code false}
     */
    @Override
    public ClaimMode convert(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "auto", "true" -> ClaimMode.AUTO;
            case "conditional" -> ClaimMode.CONDITIONAL;
            case "read-back", "false" -> ClaimMode.READ_BACK;
            default -> throw new IllegalArgumentException(
                    "glovebox.storage.claim must be auto, conditional or read-back");
        };
    }
}
