package dev.glovebox.document;

import java.util.Optional;

/**
 * A world manufacturer identifier: the first three characters of a VIN (ISO 3780). The first character identifies the region,
 * the first two the country, and all three the maker. Region and country are those of the maker's seat, and not those in which
 * the vehicle was built or sold.
 *
 * <p>
 * ISO 3780 defines the codes and SAE International maintains the list. Neither is freely available, so the tables of countries
 * and makers come from public sources. They have gaps: a code that they do not contain may well be assigned.
 *
 * @param code three characters of the VIN alphabet
 */
public record Wmi(String code) {

    private static final String CHINA = "CN";
    /** The third character of the codes that small makers share. */
    private static final char SHARED = '9';

    /**
     * Returns the region of the maker. Oceania and North America share the first character 7. Empty for 0, D, F and G: no
     * region has them.
     */
    public Optional<WmiRegion> region() {
        char first = code.charAt(0);
        return switch (first) {
            case '0', 'D', 'F', 'G' -> Optional.empty();
            case 'A', 'B', 'C' -> Optional.of(WmiRegion.AFRICA);
            // Russia has E, and so a second range beside those of the other letters of Europe
            case 'E' -> Optional.of(WmiRegion.EUROPE);
            case '6' -> Optional.of(WmiRegion.OCEANIA);
            case '7' ->
                Optional.of(code.charAt(1) >= 'A' && code.charAt(1) < 'F' ? WmiRegion.OCEANIA : WmiRegion.NORTH_AMERICA);
            case '8', '9' -> Optional.of(WmiRegion.SOUTH_AMERICA);
            default -> Optional.of(
                    first < 'A' ? WmiRegion.NORTH_AMERICA : first < 'S' ? WmiRegion.ASIA : WmiRegion.EUROPE);
        };
    }

    /** Returns the ISO 3166-1 alpha-2 code of the maker's country; empty if the table does not contain the code. */
    public Optional<String> country() {
        return WmiCountries.find(code);
    }

    /**
     * Returns the name of the maker in Latin letters; empty if the table does not contain it, and for a code that small makers
     * share.
     */
    public Optional<String> maker() {
        return isShared() ? Optional.empty() : WmiMakers.find(code);
    }

    /**
     * Returns true if small makers share the code. Positions 12 to 14 of the VIN then identify the maker, and may be letters
     * (49 CFR 565.15; GB 16735-2019, 4.1).
     */
    public boolean isShared() {
        return code.charAt(2) == SHARED;
    }

    /**
     * Returns true if the market of the maker requires a check digit: North America (49 CFR 565.15) and China (GB 16735). This
     * assumes that a maker sells in the region of its seat, which is true for most vehicles, but not for all.
     */
    public boolean requiresCheckDigit() {
        return region().filter(WmiRegion.NORTH_AMERICA::equals).isPresent() || isChinese();
    }

    /** Returns true if the maker has its seat in China. */
    boolean isChinese() {
        return country().filter(CHINA::equals).isPresent();
    }
}
