package dev.glovebox.document;

import java.util.List;

/**
 * A VIN and the data that its characters encode (ISO 3779, ISO 3780, GB 16735, 49 CFR 565).
 *
 * @param value 17 characters of the VIN alphabet; null if the text is not a VIN
 * @param text the text as the provider read it; null if the provider read nothing
 * @param confidence the provider's confidence from 0 to 1; null if the provider gives none
 * @param box the position of the text in the image; null if the provider gives none
 * @param checkDigit the check of position 9; null if the value is null
 * @param wmi the world manufacturer identifier, positions 1 to 3; null if the value is null
 * @param region the region of the maker; null if no region has the identifier
 * @param country the country of the maker, ISO 3166-1 alpha-2; null if the table of countries does not contain the identifier
 * @param maker the name of the maker; null if the table of makers does not contain it
 * @param vds the vehicle descriptor section, positions 4 to 9; null if the value is null
 * @param vis the vehicle indicator section, positions 10 to 17; null if the value is null
 * @param modelYears the two years that position 10 can mean, in ascending order; empty if it is not a year code
 * @param corrections the replacements of characters that a VIN cannot contain
 * @param suggestions at most one corrected VIN, see {@link Vin#suggestions()}
 */
public record VinField(String value, String text, Double confidence, Box box, CheckDigit checkDigit, String wmi,
        WmiRegion region, String country, String maker, String vds, String vis, List<Integer> modelYears,
        List<Correction> corrections, List<String> suggestions) implements DocumentField {

    /** Returns the field of a reading that is not a VIN. */
    static VinField withoutValue(Reading reading) {
        return new VinField(null, reading.text(), reading.confidence(), reading.box(), null, null, null, null, null, null, null,
                List.of(), List.of(), List.of());
    }

    /** Returns the field of a VIN. */
    static VinField of(Vin vin, List<Correction> corrections, Reading reading) {
        Wmi wmi = vin.wmi();
        return new VinField(vin.characters(), reading.text(), reading.confidence(), reading.box(), vin.checkDigit(), wmi.code(),
                wmi.region().orElse(null), wmi.country().orElse(null), wmi.maker().orElse(null), vin.vds(), vin.vis(),
                vin.modelYears(), List.copyOf(corrections), vin.suggestions());
    }
}
