package dev.glovebox.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WmiTest {

    /** The codes of the check digit examples, and the first and last country of each region. */
    @ParameterizedTest
    @CsvSource({ "1G4, NORTH_AMERICA, US, Buick", "1J9, NORTH_AMERICA, US,", "JH2, ASIA, JP, Honda",
            "LBV, ASIA, CN, BMW Brilliance", "LSG, ASIA, CN, SAIC-GM", "1FA, NORTH_AMERICA, US, Ford",
            "1M8, NORTH_AMERICA, US, Motor Coach Industries",
            "5GZ, NORTH_AMERICA, US, Saturn", "LFW, ASIA, CN, FAW Jiefang", "WBA, EUROPE, DE, BMW", "WP0, EUROPE, DE, Porsche",
            "KLA, ASIA, KR, Daewoo", "KL1, ASIA, KR, GM Korea", "KNM, ASIA, KR, Renault Samsung", "KMY, ASIA, KR, Daelim",
            "1FU, NORTH_AMERICA, US, Freightliner",
            "1NX, NORTH_AMERICA, US, Nummi", "1HT, NORTH_AMERICA, US, International", "SGZ, EUROPE, GB,",
            "LVB, ASIA, CN, Foton",
            "111, NORTH_AMERICA, US,",
            "AAV, AFRICA, ZA, Volkswagen", "AH1, AFRICA, ZA,", "AJ1, AFRICA, CI,", "GZZ,,,", "HA1, ASIA, CN,", "J01, ASIA, JP,",
            "M11, ASIA, IN,", "RZZ, ASIA, ,", "SAL, EUROPE, GB, Land Rover", "SN1, EUROPE, DE,", "SU1, EUROPE, PL,",
            "Z01, EUROPE, RU,", "VF1, EUROPE, FR, Renault", "VR1, EUROPE, FR,", "VSS, EUROPE, ES, SEAT",
            "XTA, EUROPE, RU, Lada",
            "2HG, NORTH_AMERICA, CA, Honda", "2G1, NORTH_AMERICA, CA, Chevrolet", "3VW, NORTH_AMERICA, MX, Volkswagen",
            "4US, NORTH_AMERICA, US, BMW", "5YJ, NORTH_AMERICA, US, Tesla", "6T1, OCEANIA, AU, Toyota", "61A, OCEANIA, NZ,",
            "7A3, OCEANIA, NZ, Honda", "7E9, OCEANIA, NZ,", "7FA, NORTH_AMERICA, US, Honda", "7SA, NORTH_AMERICA, US, Tesla",
            "701, NORTH_AMERICA, US,", "711, NORTH_AMERICA, US,", "8AD, SOUTH_AMERICA, AR, Peugeot",
            "9BW, SOUTH_AMERICA, BR, Volkswagen",
            "991, SOUTH_AMERICA, BR,", "901, SOUTH_AMERICA, BR,", "0AA,,,", "1HD, NORTH_AMERICA, US, Harley-Davidson",
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

    /** Later assignments, and codes that earlier tables gave to other countries. */
    @ParameterizedTest
    @CsvSource({ "MZB, IN", "MZ7, IN", "M71, IN", "M01, IN", "P51, IN", "P01, IN", "PE1, PH", "R21, HK", "R4N, HK", "R71, HK",
            "N71, TR", "N81, TR", "K11, KR", "K31, KR", "K51, KG", "T31, RS", "T51, RS", "T61, AD", "T71, NL", "T81, NL",
            "S31, GE", "S41, IS", "BCA, ET", "BHA, RW", "BTA, SZ", "BUA, UG", "NVA, AZ", "NXA, TJ", "UXA, RO", "341, NI",
            "841, CR", "901, BR", "911, BR", "EAA, RU", "E01, RU", "VX1, RS", "VX2, FR", "VXK, FR", "VXZ, FR", "VF1, FR" })
    void countryIsThatOfTheCurrentAssignment(String code, String country) {
        assertThat(new Wmi(code).country()).hasValue(country);
    }

    @ParameterizedTest
    @CsvSource({ "AAA, AFRICA", "BAA, AFRICA", "CAA, AFRICA", "C01, AFRICA", "DAA,", "EAA, EUROPE", "E01, EUROPE", "FAA,",
            "GAA,",
            "HAA, ASIA", "RAA, ASIA", "SAA, EUROPE", "ZAA, EUROPE", "0AA,", "1AA, NORTH_AMERICA", "5AA, NORTH_AMERICA" })
    void firstCharacterDeterminesTheRegion(String code, WmiRegion region) {
        assertThat(new Wmi(code).region().orElse(null)).isEqualTo(region);
    }

    @ParameterizedTest
    @CsvSource({ "LKL, Higer", "LGB, Dongfeng Nissan", "LRW, Tesla", "LPS, Polestar", "LPE, BYD", "L6T, Geely", "VF1, Renault",
            "5YJ, Tesla", "LA9,", "ZA9,", "1F9,", "ZZZ," })
    void makerIsTheOneThatTheTablesAgreeOn(String code, String maker) {
        assertThat(new Wmi(code).maker().orElse(null)).isEqualTo(maker);
    }

    @Test
    void tableHasTheMakersOfTheUsualCodes() throws IOException {
        for (String line : lines("/wmi/coverage.tsv")) {
            String[] nameAndCodes = line.split("\t");
            List<String> codes = List.of(nameAndCodes[1].split(" "));
            long found = codes.stream().filter(code -> new Wmi(code).maker().isPresent()).count();

            assertThat((double) found / codes.size()).as("%s: %d of %d", nameAndCodes[0], found, codes.size())
                    .isGreaterThanOrEqualTo(nameAndCodes[0].equals("china") ? 0.90 : 0.95);
        }
    }

    @Test
    void everyMakerHasItsSources() {
        List<String[]> rows = DataTable.load("makers.tsv").rows().toList();

        assertThat(rows).hasSizeGreaterThanOrEqualTo(1400).allSatisfy(row -> {
            assertThat(row).hasSize(5);
            assertThat(row[0]).matches("[A-HJ-NPR-Z0-9]{2}[A-HJ-NPR-Z0-8]");
            assertThat(row[1]).isNotBlank().isEqualTo(row[1].strip()).doesNotContainPattern("[\\u4e00-\\u9fff]");
            assertThat(row[3].split(" ")).hasSize(Integer.parseInt(row[2])).doesNotHaveDuplicates()
                    .isSubsetOf("uvd", "vininfo", "walle", "wal33d", "vindecode", "vpic");
            assertThat(YearMonth.parse(row[4])).isAfter(YearMonth.of(2026, 1));
        });
        assertThat(rows).extracting(row -> row[0]).doesNotHaveDuplicates().isSorted();
        assertThat(rows).as("one source is enough only if the others do not know the code")
                .filteredOn(row -> row[2].equals("1"))
                .hasSizeLessThan(250);
    }

    @Test
    void everyCountryHasItsSource() {
        assertThat(DataTable.load("countries.tsv").rows()).hasSizeGreaterThan(140).allSatisfy(row -> {
            assertThat(row).hasSize(5);
            assertThat(row[0]).hasSameSizeAs(row[1]).startsWith(row[1].substring(0, row[1].length() - 1));
            assertThat(row[3]).isIn("vininfo", "iso-3780", "makers");
        });
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = WmiTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    @Test
    void everyCountryHasAnIsoCode() {
        Set<String> known = Set.of(Locale.getISOCountries());
        String characters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
        long assigned = characters.chars().mapToObj(first -> characters.chars()
                .mapToObj(second -> new Wmi("" + (char) first + (char) second + "1").country()))
                .flatMap(countries -> countries).flatMap(Optional::stream)
                .peek(country -> assertThat(known).contains(country)).count();

        assertThat(assigned).isGreaterThan(560);
    }
}
