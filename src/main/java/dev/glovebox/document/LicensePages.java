package dev.glovebox.document;

import java.util.Map;

/**
 * A vehicle licence as a provider read it.
 *
 * @param kind the form of the licence; null if the provider does not report it
 * @param front the main page; null if the caller did not request it
 * @param back the supplementary page; null if the caller did not request it
 * @param electronic the fields that only an electronic licence has; empty for a card
 */
public record LicensePages(LicenseKind kind, Map<LicenseField, Reading> front, Map<LicenseField, Reading> back,
        Map<LicenseField, Reading> electronic) {

    /** Returns the pages of a licence whose kind the provider does not report, without electronic fields. */
    public static LicensePages of(Map<LicenseField, Reading> front, Map<LicenseField, Reading> back) {
        return new LicensePages(null, front, back, Map.of());
    }
}
