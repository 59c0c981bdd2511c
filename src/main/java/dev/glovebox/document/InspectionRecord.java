package dev.glovebox.document;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the inspection record (检验记录) of the supplementary page, such as {@code 检验有效期至2014年09月粤A(01)}. */
final class InspectionRecord {

    private static final Pattern VALID_UNTIL = Pattern.compile("有效期至:?(\\d{4})[年./-](\\d{1,2})");

    private InspectionRecord() {
    }

    /**
     * Returns the month at whose end the last inspection expires.
     *
     * @param text the record, which may list several inspections; never null
     * @return the latest month; empty if the text contains none
     */
    static Optional<YearMonth> parseValidUntil(String text) {
        Matcher matcher = VALID_UNTIL.matcher(PlainText.toCode(text));
        YearMonth latest = null;
        while (matcher.find()) {
            YearMonth month = PrintedDate.toMonth(matcher.group(1), matcher.group(2)).orElse(latest);
            latest = latest == null || month.isAfter(latest) ? month : latest;
        }
        return Optional.ofNullable(latest);
    }
}
