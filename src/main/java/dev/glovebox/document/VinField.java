package dev.glovebox.document;

import java.util.List;

/**
 * A VIN, with what follows from its characters (ISO 3779, GB 16735, 49 CFR 565).
 *
 * @param value 17 characters of the VIN alphabet, or null where the text is not that
 * @param text the provider's own words; null where nothing was read
 * @param confidence 0..1; null where the provider gives none
 * @param box where it stands; null where the provider does not say
 * @param checkDigit position 9 against the sum; null where value is
 * @param wmi world manufacturer identifier, positions 1 to 3; null where value is
 * @param vds vehicle descriptor section, positions 4 to 9; null where value is
 * @param vis vehicle indicator section, positions 10 to 17; null where value is
 * @param modelYears the years that position 10 can mean, 30 years apart, rising; empty where it means none
 * @param suggestions the one VIN with a right check digit that a common confusion of two characters away from value gives;
 *        empty where there is none, or more than one
 */
public record VinField(String value, String text, Double confidence, Box box, CheckDigit checkDigit, String wmi, String vds,
        String vis, List<Integer> modelYears, List<String> suggestions) {

    static VinField notRead(Reading reading) {
        return new VinField(null, reading.text(), reading.confidence(), reading.box(), null, null, null, null, List.of(),
                List.of());
    }

    static VinField of(Vin vin, Reading reading) {
        return new VinField(vin.characters(), reading.text(), reading.confidence(), reading.box(), vin.checkDigit(), vin.wmi(),
                vin.vds(), vin.vis(), vin.modelYears(), vin.suggestions());
    }
}
