package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WmiTest {

    /** The codes of the check digit examples, and the first and last country of each region. */
    @ParameterizedTest
    @CsvSource({ "1G4, NORTH_AMERICA, US, Buick", "1J9, NORTH_AMERICA, US,", "JH2, ASIA, JP,",
            "LBV, ASIA, CN, BMW Brilliance", "LSG, ASIA, CN, SAIC-GM", "1FA, NORTH_AMERICA, US, Ford",
            "1M8, NORTH_AMERICA, US,",
            "5GZ, NORTH_AMERICA, US,", "LFW, ASIA, CN, FAW Jiefang", "WBA, EUROPE, DE, BMW", "WP0, EUROPE, DE, Porsche",
            "KLA, ASIA, KR,", "KL1, ASIA, KR, GM Korea", "KNM, ASIA, KR,", "KMY, ASIA, KR,",
            "1FU, NORTH_AMERICA, US, Freightliner",
            "1NX, NORTH_AMERICA, US,", "1HT, NORTH_AMERICA, US,", "SGZ, EUROPE, GB,", "LVB, ASIA, CN,",
            "111, NORTH_AMERICA, US,",
            "AAV, AFRICA, ZA,", "AH1, AFRICA, ZA,", "AJ1, AFRICA, CI,", "GZZ, AFRICA,,", "HA1, ASIA, CN,", "J01, ASIA, JP,",
            "M11, ASIA, IN,", "RZZ, ASIA,,", "SAL, EUROPE, GB, Land Rover", "SN1, EUROPE, DE,", "SU1, EUROPE, PL,",
            "Z01, EUROPE, RU,", "VF1, EUROPE, FR, Renault", "VR1, EUROPE, FR,", "VSS, EUROPE, ES, SEAT",
            "XTA, EUROPE, RU, Lada",
            "2HG, NORTH_AMERICA, CA, Honda", "2G1, NORTH_AMERICA, CA, Chevrolet", "3VW, NORTH_AMERICA, MX, Volkswagen",
            "4US, NORTH_AMERICA, US, BMW", "5YJ, NORTH_AMERICA, US, Tesla", "6T1, OCEANIA, AU,", "61A, OCEANIA, NZ,",
            "7A3, OCEANIA, NZ,", "7E9, OCEANIA, NZ,", "7FA, NORTH_AMERICA, US,", "7SA, NORTH_AMERICA, US, Tesla",
            "701, NORTH_AMERICA, US,", "711, NORTH_AMERICA, US,", "8AD, SOUTH_AMERICA, AR,", "9BW, SOUTH_AMERICA, BR,",
            "991, SOUTH_AMERICA, BR,", "901, SOUTH_AMERICA,,", "0AA,,,", "1HD, NORTH_AMERICA, US, Harley-Davidson",
            "1HG, NORTH_AMERICA, US, Honda", "JH9, ASIA, JP,", "LF9, ASIA, CN," })
    void codeDeterminesRegionCountryAndMaker(String code, WmiRegion region, String country, String maker) {
        Wmi wmi = new Wmi(code);

        assertThat(wmi.region().orElse(null)).isEqualTo(region);
        assertThat(wmi.country().orElse(null)).isEqualTo(country);
        assertThat(wmi.maker().orElse(null)).isEqualTo(maker);
    }

    @ParameterizedTest
    @CsvSource({ "1G4, true", "3VW, true", "5YJ, true", "7SA, true", "7A3, false", "LBV, true", "H5A, true", "JH2, false",
            "KLA, false", "WBA, false", "6T1, false", "9BW, false", "0AA, false" })
    void northAmericaAndChinaRequireTheCheckDigit(String code, boolean required) {
        assertThat(new Wmi(code).requiresCheckDigit()).isEqualTo(required);
    }

    @Test
    void everyCountryHasAnIsoCode() {
        Set<String> known = Set.of(Locale.getISOCountries());
        String characters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
        long assigned = characters.chars().mapToObj(first -> characters.chars()
                .mapToObj(second -> new Wmi("" + (char) first + (char) second + "1").country()))
                .flatMap(countries -> countries).flatMap(Optional::stream)
                .peek(country -> assertThat(known).contains(country)).count();

        assertThat(assigned).isGreaterThan(500);
    }
}
