package dev.glovebox.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One form of the numbers of a plate format: segments such as the province, the office, the serial and a suffix. A plate has
 * separators only between segments. Inside a segment, a separator stands for a character that the provider did not recognize.
 *
 * @param format the format of plates with such numbers
 * @param segments for each segment, the characters that each of its positions may have
 * @param colors the background colours of such plates
 * @param number matches a number without separators
 * @param separated matches a number with separators between segments; each group is a segment
 * @param unrecognized matches a number in which separators stand for characters; each group is a segment
 */
record PlateForm(PlateFormat format, List<List<String>> segments, Set<PlateColor> colors, Pattern number, Pattern separated,
        Pattern unrecognized) {

    /** The dot between the segments, in all the ways in which providers write it. A colon is a misread dot. */
    static final String SEPARATORS = "·•・･∙⋅●‧.:-";
    private static final String SEPARATOR_CLASS = "[" + SEPARATORS + "]";

    /** Returns a form with the patterns that follow from its segments. */
    static PlateForm of(PlateFormat format, List<List<String>> segments, Set<PlateColor> colors) {
        return new PlateForm(format, segments, colors, pattern(segments, "", ""), pattern(segments, SEPARATOR_CLASS + "*", ""),
                pattern(segments, SEPARATOR_CLASS + "*+", SEPARATORS));
    }

    /** Returns true if a number without separators has this form. */
    boolean matches(String text) {
        return number.matcher(text).matches();
    }

    /** Returns the number without separators if they stand between segments only; else empty. */
    Optional<String> withoutSeparators(String text) {
        return joinedSegments(separated.matcher(text));
    }

    /** Returns the number with separators in the places of characters only; empty if the text cannot have this form. */
    Optional<String> withUnrecognizedCharacters(String text) {
        return joinedSegments(unrecognized.matcher(text));
    }

    private static Optional<String> joinedSegments(Matcher matcher) {
        return matcher.matches()
                ? Optional.of(IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group)
                        .collect(Collectors.joining()))
                : Optional.empty();
    }

    private static Pattern pattern(List<List<String>> segments, String between, String further) {
        return Pattern.compile(segments.stream()
                .map(segment -> segment.stream().map(characters -> "[" + characters + further + "]")
                        .collect(Collectors.joining("", "(", ")")))
                .collect(Collectors.joining(between, between, between)));
    }
}
