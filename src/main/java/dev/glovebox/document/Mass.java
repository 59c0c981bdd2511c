package dev.glovebox.document;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses a mass as licences print it: {@code 2250kg}, {@code 2,250 KG} or {@code 2.25吨}. */
final class Mass {

    /**
     * Kilograms with at most two decimals, which must be zeros. A point before three digits is rejected: it may be a misread
     * thousands separator, as in {@code 2.250kg}.
     */
    private static final Pattern KILOGRAMS = Pattern.compile("(\\d{1,3},\\d{3}|\\d{1,6})(?:\\.0{1,2})?(?:KG|㎏|公斤|千克)");
    /** Tonnes with up to three decimals. A comma is rejected: it may be a decimal point or a thousands separator. */
    private static final Pattern TONNES = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)(?:T|吨)");
    private static final BigDecimal KG_PER_TONNE = BigDecimal.valueOf(1000);

    private Mass() {
    }

    /**
     * Returns the mass in whole kilograms.
     *
     * @param text the printed mass; never null
     * @return 0 to 999,999; empty if the text is not a number with a unit, or if it is ambiguous
     */
    static Optional<Integer> parseKilograms(String text) {
        String printed = PlainText.toCode(text);
        Matcher kilograms = KILOGRAMS.matcher(printed);
        if (kilograms.matches()) {
            return Optional.of(Integer.valueOf(kilograms.group(1).replace(",", "")));
        }
        Matcher tonnes = TONNES.matcher(printed);
        return tonnes.matches() ? Optional.of(new BigDecimal(tonnes.group(1)).multiply(KG_PER_TONNE).intValueExact())
                : Optional.empty();
    }
}
