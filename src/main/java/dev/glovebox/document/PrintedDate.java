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

/**
 * Parses days, months and times as licences print them. A day is printed as {@code 2013-05-08}, {@code 2013年05月08日} or
 * {@code 20130508}.
 */
final class PrintedDate {

    private static final Pattern DAY = Pattern
            .compile("(\\d{4})(?:[-./](\\d{1,2})[-./](\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?|(\\d{2})(\\d{2}))");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:[-./](\\d{1,2})|年(\\d{1,2})月?|(\\d{2}))");
    private static final Pattern TIME_AT_END = Pattern.compile("T?(\\d{2}:\\d{2}(?::\\d{2})?)$");
    /** The year of the first motor car. An earlier year is misread. */
    private static final int MIN_YEAR = 1886;
    private static final int MAX_YEAR = 2099;

    private PrintedDate() {
    }

    /**
     * Parses a day.
     *
     * @param text the printed day; never null
     * @return the day; empty for any other text, and for days that do not exist, such as 30 February
     */
    static Optional<LocalDate> parseDay(String text) {
        return dayOfCode(PlainText.toCode(text));
    }

    /**
     * Parses a month, or the month of a day.
     *
     * @param text the printed month or day; never null
     * @return the month; empty for any other text
     */
    static Optional<YearMonth> parseMonth(String text) {
        String code = PlainText.toCode(text);
        Matcher month = MONTH.matcher(code);
        return month.matches() ? toMonth(month.group(1), firstGroup(month, 2, 3, 4)) : dayOfCode(code).map(YearMonth::from);
    }

    /** Returns the month with these digits; empty if there is no such month. */
    static Optional<YearMonth> toMonth(String yearDigits, String monthDigits) {
        return emptyIfInvalid(() -> YearMonth.of(Integer.parseInt(yearDigits), Integer.parseInt(monthDigits)))
                .filter(month -> isPossibleYear(month.getYear()));
    }

    /**
     * Parses a day with a time of day, in the local time of the issuer.
     *
     * @param text the printed day and time, to the minute or second; never null
     * @return the time; empty for any other text, also for a day without a time
     */
    static Optional<LocalDateTime> parseTime(String text) {
        String code = PlainText.toCode(text);
        Matcher time = TIME_AT_END.matcher(code);
        if (!time.find()) {
            return Optional.empty();
        }
        return dayOfCode(code.substring(0, time.start()))
                .flatMap(day -> emptyIfInvalid(() -> day.atTime(LocalTime.parse(time.group(1)))));
    }

    private static Optional<LocalDate> dayOfCode(String code) {
        Matcher day = DAY.matcher(code);
        if (!day.matches()) {
            return Optional.empty();
        }
        return emptyIfInvalid(() -> LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(firstGroup(day, 2, 4, 6)),
                Integer.parseInt(firstGroup(day, 3, 5, 7)))).filter(date -> isPossibleYear(date.getYear()));
    }

    private static boolean isPossibleYear(int year) {
        return year >= MIN_YEAR && year <= MAX_YEAR;
    }

    /** Returns the first of the groups that matched. */
    private static String firstGroup(Matcher matcher, int... groups) {
        for (int group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        throw new IllegalStateException("No alternative of the pattern matched");
    }

    private static <T> Optional<T> emptyIfInvalid(Supplier<T> date) {
        try {
            return Optional.of(date.get());
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }
}
