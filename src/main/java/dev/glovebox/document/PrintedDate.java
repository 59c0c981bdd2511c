package dev.glovebox.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as licences print it: {@code 2013-05-08}, {@code 2013年05月08日}, {@code 20130508}; also a month, and a time of a day. */
final class PrintedDate {

    private static final Pattern DAY = Pattern
            .compile("(\\d{4})(?:[-./](\\d{1,2})[-./](\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?|(\\d{2})(\\d{2}))");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:[-./](\\d{1,2})|年(\\d{1,2})月?|(\\d{2}))");
    /** The end of a text that starts with a day. */
    private static final Pattern TIME = Pattern.compile("T?(\\d{2}:\\d{2}(?::\\d{2})?)$");
    /** The first motor car's: no licence is older. Before it, and after the century, a year is misread. */
    private static final int FIRST_YEAR = 1886;
    private static final int LAST_YEAR = 2099;

    private PrintedDate() {
    }

    /** The day; empty for anything else, and for days that no calendar has. */
    static Optional<LocalDate> day(String text) {
        return dayOf(PlainText.code(text));
    }

    /** The month, or that of a day; empty for anything else. */
    static Optional<YearMonth> month(String text) {
        String code = PlainText.code(text);
        Matcher month = MONTH.matcher(code);
        return month.matches() ? month(month.group(1), firstOf(month, 2, 3, 4)) : dayOf(code).map(YearMonth::from);
    }

    /** The month of a year and a number; empty where there is none. */
    static Optional<YearMonth> month(String year, String number) {
        return existing(() -> YearMonth.of(Integer.parseInt(year), Integer.parseInt(number)))
                .filter(month -> isPossible(month.getYear()));
    }

    /** The day and its time to the second, in the issuer's own time; empty for anything else, a day alone too. */
    static Optional<LocalDateTime> time(String text) {
        String code = PlainText.code(text);
        Matcher time = TIME.matcher(code);
        if (!time.find()) {
            return Optional.empty();
        }
        return dayOf(code.substring(0, time.start()))
                .flatMap(day -> existing(() -> day.atTime(LocalTime.parse(time.group(1)))));
    }

    private static Optional<LocalDate> dayOf(String code) {
        Matcher day = DAY.matcher(code);
        if (!day.matches()) {
            return Optional.empty();
        }
        return existing(() -> LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(firstOf(day, 2, 4, 6)),
                Integer.parseInt(firstOf(day, 3, 5, 7)))).filter(date -> isPossible(date.getYear()));
    }

    private static boolean isPossible(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static String firstOf(Matcher matcher, int... groups) {
        for (int group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        throw new IllegalStateException("none of the pattern's alternatives");
    }

    private static <T> Optional<T> existing(Supplier<T> date) {
        try {
            return Optional.of(date.get());
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }
}
