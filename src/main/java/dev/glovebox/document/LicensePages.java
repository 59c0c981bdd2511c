package dev.glovebox.document;

import java.util.Map;

/**
 * A vehicle licence as a provider read it. A page is null where it was not asked for.
 *
 * @param kind null where the provider does not say
 * @param front the main page
 * @param back the supplementary page
 * @param electronic what only an electronic licence has; empty for a card
 */
public record LicensePages(LicenseKind kind, Map<LicenseField, Reading> front, Map<LicenseField, Reading> back,
        Map<LicenseField, Reading> electronic) {

    /** A card, or a licence whose kind the provider does not tell. */
    public static LicensePages of(Map<LicenseField, Reading> front, Map<LicenseField, Reading> back) {
        return new LicensePages(null, front, back, Map.of());
    }
}
