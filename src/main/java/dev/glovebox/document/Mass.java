package dev.glovebox.document;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mass as licences print it: {@code 2250kg}, {@code 2,250 KG}, {@code 2.25吨}. */
final class Mass {

    private static final Pattern PRINTED = Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(kg|公斤|千克|t|吨)");
    private static final BigDecimal KG_PER_TONNE = BigDecimal.valueOf(1000);

    private Mass() {
    }

    /** Whole kilograms; empty for anything that is not a number with its unit, or not a whole number of them. */
    static Optional<Integer> kilograms(String text) {
        Matcher matcher = PRINTED.matcher(PlainText.code(text).toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        BigDecimal number = new BigDecimal(matcher.group(1).replace(",", "") + fraction);
        boolean tonnes = matcher.group(3).equals("t") || matcher.group(3).equals("吨");
        try {
            return Optional.of((tonnes ? number.multiply(KG_PER_TONNE) : number).intValueExact());
        } catch (ArithmeticException notWholeOrTooLarge) {
            return Optional.empty();
        }
    }
}
