package dev.glovebox.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The countries by the first characters of a world manufacturer identifier (ISO 3780), from public tables. The resource
 * {@code countries.tsv} has the source of each row. The table has gaps: a missing country proves nothing.
 */
final class WmiCountries {

    /** The characters in the order that ranges of codes use. */
    private static final String ORDER = "ABCDEFGHJKLMNPRSTUVWXYZ1234567890";
    private static final Map<String, String> COUNTRIES = load();

    private WmiCountries() {
    }

    /** Returns the ISO 3166-1 alpha-2 code of a country. A row for all three characters wins over a row for two. */
    static Optional<String> find(String code) {
        return Optional.ofNullable(COUNTRIES.get(code)).or(() -> Optional.ofNullable(COUNTRIES.get(code.substring(0, 2))));
    }

    private static Map<String, String> load() {
        Map<String, String> countries = new HashMap<>();
        DataTable.load("countries.tsv").rows().forEach(row -> {
            String prefix = row[0].substring(0, row[0].length() - 1);
            ORDER.substring(position(row[0]), position(row[1]) + 1).chars()
                    .forEach(last -> countries.put(prefix + (char) last, row[2]));
        });
        return Map.copyOf(countries);
    }

    private static int position(String code) {
        return ORDER.indexOf(code.charAt(code.length() - 1));
    }
}
