package dev.glovebox.trigger;

import java.util.Optional;

import dev.glovebox.document.LicenseSide;

/**
 * What a caller chose; what is empty is for the settings to say.
 *
 * @param side the pages of the licence that are wanted
 * @param issuingAuthority whether the seal's text is wanted
 */
public record CallOptions(Optional<LicenseSide> side, Optional<Boolean> issuingAuthority) {

    /** Nothing chosen. */
    public static final CallOptions NONE = new CallOptions(Optional.empty(), Optional.empty());

    /**
     * Reads the two parameters.
     *
     * @param side {@code front}, {@code back}, {@code both}, or null
     * @param returnIssuingAuthority {@code true}, {@code false}, or null
     * @throws InvalidTriggerException for any other text; the message names the parameter
     */
    public static CallOptions of(String side, String returnIssuingAuthority) {
        Optional<LicenseSide> wanted = LicenseSide.of(side);
        if (side != null && wanted.isEmpty()) {
            throw new InvalidTriggerException("side must be front, back or both");
        }
        return new CallOptions(wanted, Optional.ofNullable(returnIssuingAuthority).map(CallOptions::yesOrNo));
    }

    private static Boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidTriggerException("returnIssuingAuthority must be true or false");
        };
    }
}
