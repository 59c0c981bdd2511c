package dev.glovebox.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A world manufacturer identifier: the first three characters of a VIN (ISO 3780). The first character identifies the region,
 * the first two the country, and all three the maker. Region and country are those of the maker's seat, and not those in which
 * the vehicle was built or sold.
 *
 * <p>
 * ISO 3780 defines the codes and SAE International maintains the list. Neither is freely available, so the tables come from
 * public sources. The countries come from public tables such as that of
 * <a href="https://github.com/idlesign/vininfo">vininfo</a>. The makers come from vininfo and from
 * <a href="https://github.com/WALL-E/vin-decoder">vin-decoder</a>, which uses Wikipedia. The table contains the makers that are
 * most common in China, and then those of Europe and North America.
 *
 * @param code three characters of the VIN alphabet
 */
public record Wmi(String code) {

    /** The characters in the order that ranges of codes use. */
    private static final String ORDER = "ABCDEFGHJKLMNPRSTUVWXYZ1234567890";
    private static final String CHINA = "CN";

    /** The ISO 3166-1 countries by the first two characters. Each entry has the first code, the last code and the country. */
    private static final Map<String, String> COUNTRIES = countries(
            "AA-AH ZA, AJ-AK CI, AL-AM LS, AN-AP BW, AR-AS NA, AT-AU MG, AV-AW MU, AX-AY TN, AZ-A1 CY, A2-A3 ZW, A4-A5 MZ",
            "BA-BB AO, BF-BG KE, BL-BL NG, BR-BR DZ, B3-B4 LY",
            "CA-CB EG, CF-CG MA, CL-CM ZM",
            "HA-H0 CN",
            "JA-J0 JP",
            "KF-KH IL, KL-KR KR, KS-KT JO",
            "LA-L0 CN",
            "MA-ME IN, MF-MK ID, ML-MR TH, MS-MS MM, MU-MU MN, MX-MX KZ, M1-M6 IN",
            "NA-NE IR, NF-NG PK, NJ-NJ IQ, NL-NR TR, NS-NT UZ, NU-NU AZ, NY-NY AM, N1-N5 IR",
            "PA-PC PH, PF-PG SG, PL-PR MY, PS-PT BD",
            "RA-RB AE, RF-RK TW, RL-RN VN, RP-RP LA, RS-RT SA, RU-RW RU, R1-R1 HK",
            "SA-SM GB, SN-ST DE, SU-SZ PL, S1-S2 LV",
            "TA-TH CH, TJ-TP CZ, TR-TV HU, TW-T2 PT",
            "UA-UC ES, UH-UM DK, UN-UR IE, UU-UW RO, U1-U2 MK, U5-U7 SK, U8-U0 BA",
            "VA-VE AT, VF-VR FR, VS-VW ES, VX-V2 RS, V3-V5 HR, V6-V8 EE",
            "WA-W0 DE",
            "XA-XC BG, XD-XE RU, XF-XH GR, XJ-XK RU, XL-XR NL, XS-XW RU, XX-XY LU, XZ-X0 RU",
            "YA-YE BE, YF-YK FI, YN-YN MT, YS-YW SE, YX-Y2 NO, Y3-Y5 BY, Y6-Y8 UA",
            "ZA-ZU IT, ZX-ZZ SI, Z1-Z1 SM, Z3-Z5 LT, Z6-Z0 RU",
            "1A-10 US",
            "2A-25 CA",
            "3A-3X MX, 35-35 DO, 36-36 HN, 37-37 PA, 38-39 PR",
            "4A-40 US",
            "5A-50 US",
            "6A-6X AU, 6Y-61 NZ",
            "7A-7E NZ, 7F-70 US",
            "8A-8E AR, 8F-8G CL, 8L-8N EC, 8S-8T PE, 8X-8Z VE, 82-82 BO",
            "9A-9E BR, 9F-9G CO, 9S-9V UY, 92-99 BR");

    private static final Map<String, String> MAKERS = makers(
            "LBE Beijing Hyundai, LBV BMW Brilliance, LC0 BYD, LDC Dongfeng Peugeot-Citroën, LDY Zhongtong",
            "LE4 Beijing Benz, LFM FAW Toyota, LFP FAW, LFV FAW-Volkswagen, LFW FAW Jiefang, LGB Dongfeng",
            "LGW Great Wall, LGX BYD, LH1 FAW Haima, LHG GAC Honda, LJ1 JAC, LJD Dongfeng Yueda Kia",
            "LKL King Long, LRW Tesla, LSG SAIC-GM, LSJ SAIC, LSV SAIC Volkswagen, LSY Brilliance, LTV FAW Toyota",
            "LUC GAC Honda, LVG GAC Toyota, LVH Dongfeng Honda, LVR Changan Mazda, LVS Changan Ford, LVV Chery",
            "LYV Volvo Cars, L6T Geely, LZE Isuzu, LZG Shaanxi Automobile, LZW SAIC-GM-Wuling, LZY Yutong",
            "JA3 Mitsubishi, JF1 Subaru, JHM Honda, JMZ Mazda, JM1 Mazda, JN1 Nissan, JN8 Nissan, JS3 Suzuki",
            "JTD Toyota, JTE Toyota, KL1 GM Korea, KMH Hyundai, KNA Kia, KND Kia, SAJ Jaguar, SAL Land Rover",
            "SCA Rolls-Royce, SCB Bentley, TMB Škoda, TRU Audi, UU1 Dacia, VF1 Renault, VF3 Peugeot, VF7 Citroën",
            "VSS SEAT, WA1 Audi, WAU Audi, WBA BMW, WBS BMW M, WDB Mercedes-Benz, WDC Mercedes-Benz",
            "WDD Mercedes-Benz, WDF Mercedes-Benz, WF0 Ford, WMA MAN, WME smart, WMW MINI, WP0 Porsche",
            "WP1 Porsche, WVG Volkswagen, WVW Volkswagen, WV1 Volkswagen, WV2 Volkswagen, W0L Opel, XLR DAF",
            "XTA Lada, YS2 Scania, YV1 Volvo Cars, YV2 Volvo Trucks, YV4 Volvo Cars, ZAM Maserati, ZAR Alfa Romeo",
            "ZFA Fiat, ZFF Ferrari, ZHW Lamborghini, 1FA Ford, 1FM Ford, 1FT Ford, 1FU Freightliner",
            "1FV Freightliner, 1GC Chevrolet, 1GT GMC, 1G1 Chevrolet, 1G4 Buick, 1G6 Cadillac",
            "1HD Harley-Davidson, 1HG Honda, 1N4 Nissan, 1VW Volkswagen, 1XK Kenworth, 1XP Peterbilt, 2FA Ford",
            "2G1 Chevrolet, 2HG Honda, 3FA Ford, 3VW Volkswagen, 4JG Mercedes-Benz, 4US BMW, 5NP Hyundai",
            "5YJ Tesla, 7SA Tesla");

    /**
     * Returns the region of the maker. Oceania and North America share the first character 7. Empty for 0: it is not assigned.
     */
    public Optional<WmiRegion> region() {
        char first = code.charAt(0);
        if (first >= 'A') {
            return Optional.of(first < 'H' ? WmiRegion.AFRICA : first < 'S' ? WmiRegion.ASIA : WmiRegion.EUROPE);
        }
        return switch (first) {
            case '0' -> Optional.empty();
            case '6' -> Optional.of(WmiRegion.OCEANIA);
            case '7' ->
                Optional.of(code.charAt(1) >= 'A' && code.charAt(1) < 'F' ? WmiRegion.OCEANIA : WmiRegion.NORTH_AMERICA);
            case '8', '9' -> Optional.of(WmiRegion.SOUTH_AMERICA);
            default -> Optional.of(WmiRegion.NORTH_AMERICA);
        };
    }

    /** Returns the ISO 3166-1 alpha-2 code of the maker's country; empty if the code is not assigned. */
    public Optional<String> country() {
        return Optional.ofNullable(COUNTRIES.get(code.substring(0, 2)));
    }

    /** Returns the name of the maker in Latin letters; empty if the table does not contain it. */
    public Optional<String> maker() {
        return Optional.ofNullable(MAKERS.get(code));
    }

    /**
     * Returns true if the market of the maker requires a check digit: North America (49 CFR 565.15) and China (GB 16735). This
     * assumes that a maker sells in the region of its seat, which is true for most vehicles, but not for all.
     */
    public boolean requiresCheckDigit() {
        return region().filter(WmiRegion.NORTH_AMERICA::equals).isPresent() || country().filter(CHINA::equals).isPresent();
    }

    private static Map<String, String> countries(String... lines) {
        Map<String, String> countries = new HashMap<>();
        entries(lines).forEach(entry -> {
            char first = entry.charAt(0);
            int from = ORDER.indexOf(entry.charAt(1));
            int to = ORDER.indexOf(entry.charAt(4));
            ORDER.substring(from, to + 1).chars()
                    .forEach(second -> countries.put("" + first + (char) second, entry.substring(6)));
        });
        return Map.copyOf(countries);
    }

    private static Map<String, String> makers(String... lines) {
        Map<String, String> makers = new HashMap<>();
        entries(lines).forEach(entry -> {
            int blank = entry.indexOf(' ');
            makers.put(entry.substring(0, blank), entry.substring(blank + 1));
        });
        return Map.copyOf(makers);
    }

    private static Stream<String> entries(String... lines) {
        return Arrays.stream(lines).flatMap(line -> Arrays.stream(line.split(", ")));
    }
}
