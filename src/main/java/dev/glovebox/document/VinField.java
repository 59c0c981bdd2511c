package dev.glovebox.document;

import java.util.List;

/**
 * A VIN, with what follows from its characters (ISO 3779, ISO 3780, GB 16735, 49 CFR 565).
 *
 * @param value 17 characters of the VIN alphabet, or null where the text is not that
 * @param text the provider's own words; null where nothing was read
 * @param confidence 0..1; null where the provider gives none
 * @param box where it stands; null where the provider does not say
 * @param checkDigit position 9 against the sum; null where value is
 * @param wmi world manufacturer identifier, positions 1 to 3; null where value is
 * @param region the maker's; null where the identifier is nobody's
 * @param country the maker's, ISO 3166-1 alpha-2; null where the identifier is nobody's
 * @param maker its name; null where the table of makers does not have it
 * @param vds vehicle descriptor section, positions 4 to 9; null where value is
 * @param vis vehicle indicator section, positions 10 to 17; null where value is
 * @param modelYears the years that position 10 can mean, 30 years apart, rising; empty where it means none
 * @param corrections the characters of text that no VIN holds, and what stands for them in value
 * @param suggestions the one VIN with a right check digit that a common confusion of two characters away from value gives;
 *        empty where there is none, or more than one
 */
public record VinField(String value, String text, Double confidence, Box box, CheckDigit checkDigit, String wmi,
        WmiRegion region, String country, String maker, String vds, String vis, List<Integer> modelYears,
        List<Correction> corrections, List<String> suggestions) implements ReadField {

    static VinField notRead(Reading reading) {
        return new VinField(null, reading.text(), reading.confidence(), reading.box(), null, null, null, null, null, null, null,
                List.of(), List.of(), List.of());
    }

    static VinField of(Vin vin, List<Correction> corrections, Reading reading) {
        Wmi wmi = vin.wmi();
        return new VinField(vin.characters(), reading.text(), reading.confidence(), reading.box(), vin.checkDigit(), wmi.code(),
                wmi.region().orElse(null), wmi.country().orElse(null), wmi.maker().orElse(null), vin.vds(), vin.vis(),
                vin.modelYears(),
                List.copyOf(corrections), vin.suggestions());
    }
}
