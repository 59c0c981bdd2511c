package dev.glovebox.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as licences print it: {@code 2013-05-08}, {@code 2013年05月08日}, {@code 20130508}. */
final class PrintedDate {

    private static final Pattern PRINTED = Pattern
            .compile("(\\d{4})(?:[-./](\\d{1,2})[-./](\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?|(\\d{2})(\\d{2}))");
    /** The first motor car: no licence is older, and a year 0000 is a misreading. */
    private static final int FIRST_YEAR = 1886;

    private PrintedDate() {
    }

    /** The day; empty for anything else, and for days that no calendar has. */
    static Optional<LocalDate> parse(String text) {
        Matcher matcher = PRINTED.matcher(WidthFolding.code(text));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int group = matcher.group(2) != null ? 2 : matcher.group(4) != null ? 4 : 6;
        int year = Integer.parseInt(matcher.group(1));
        if (year < FIRST_YEAR) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(matcher.group(group)),
                    Integer.parseInt(matcher.group(group + 1))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
