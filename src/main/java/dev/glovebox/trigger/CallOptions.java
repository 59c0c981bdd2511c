package dev.glovebox.trigger;

import java.util.Optional;

import dev.glovebox.document.LicenseSide;

/**
 * The options of a call. The settings replace empty options.
 *
 * @param side the requested pages of a vehicle licence
 * @param issuingAuthority true to read the text of the seal
 */
public record CallOptions(Optional<LicenseSide> side, Optional<Boolean> issuingAuthority) {

    /** The options of a caller that sends none. */
    public static final CallOptions NONE = new CallOptions(Optional.empty(), Optional.empty());

    /**
     * Parses the two parameters.
     *
     * @param side {@code front}, {@code back} or {@code both}; null if the caller does not send it
     * @param returnIssuingAuthority {@code true} or {@code false}; null if the caller does not send it
     * @throws InvalidTriggerException for any other text; the message names the parameter
     */
    public static CallOptions of(String side, String returnIssuingAuthority) {
        Optional<LicenseSide> parsedSide = LicenseSide.of(side);
        if (side != null && parsedSide.isEmpty()) {
            throw new InvalidTriggerException("side must be front, back or both");
        }
        return new CallOptions(parsedSide, Optional.ofNullable(returnIssuingAuthority).map(CallOptions::parseBoolean));
    }

    private static Boolean parseBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidTriggerException("returnIssuingAuthority must be true or false");
        };
    }
}
