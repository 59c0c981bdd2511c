package dev.glovebox.document;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mass as licences print it: {@code 2250kg}, {@code 2,250 KG}, {@code 2.25吨}. */
final class Mass {

    /** Whole kilograms: of three decimals the point may be a comma, and the mass a thousand times as much. */
    private static final Pattern KILOGRAMS = Pattern.compile("(\\d{1,3},\\d{3}|\\d{1,6})(?:\\.0{1,2})?(?:KG|㎏|公斤|千克)");
    /** A comma may be a point here: none is taken. */
    private static final Pattern TONNES = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)(?:T|吨)");
    private static final BigDecimal KG_PER_TONNE = BigDecimal.valueOf(1000);

    private Mass() {
    }

    /** Whole kilograms, below a thousand tonnes; empty for anything that is not a number with its unit. */
    static Optional<Integer> kilograms(String text) {
        String printed = PlainText.code(text);
        Matcher kilograms = KILOGRAMS.matcher(printed);
        if (kilograms.matches()) {
            return Optional.of(Integer.valueOf(kilograms.group(1).replace(",", "")));
        }
        Matcher tonnes = TONNES.matcher(printed);
        return tonnes.matches() ? Optional.of(new BigDecimal(tonnes.group(1)).multiply(KG_PER_TONNE).intValueExact())
                : Optional.empty();
    }
}
