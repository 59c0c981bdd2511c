package dev.glovebox.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One form of the numbers of a plate format: segments such as the province, the office, the serial and a suffix. A plate has
 * separators only between segments. Inside a segment, a separator stands for a character that the provider did not recognize.
 *
 * @param format the format of plates with such numbers
 * @param segments for each segment, the characters that each of its positions may have
 * @param colors the background colours of such plates
 */
record PlateForm(PlateFormat format, List<List<String>> segments, Set<PlateColor> colors) {

    /** The dot between the segments, in all the ways in which providers write it. A colon is a misread dot. */
    static final String SEPARATORS = "·•・･∙⋅●‧.:-";

    /** Returns true if a number without separators has this form. */
    boolean matches(String number) {
        return withoutSeparators(number).filter(number::equals).isPresent();
    }

    /** Returns the number without separators if they stand between segments only; else empty. */
    Optional<String> withoutSeparators(String text) {
        return number(text, "");
    }

    /** Returns the number with separators in the places of characters only; empty if the text cannot have this form. */
    Optional<String> withUnrecognizedCharacters(String text) {
        return number(text, SEPARATORS);
    }

    /**
     * Returns the number without the separators between the segments.
     *
     * @param further characters that each position may have besides those of the form
     */
    private Optional<String> number(String text, String further) {
        StringBuilder number = new StringBuilder(text.length());
        int at = afterSeparators(text, 0);
        for (List<String> segment : segments) {
            for (String characters : segment) {
                if (at == text.length() || characters.indexOf(text.charAt(at)) < 0 && further.indexOf(text.charAt(at)) < 0) {
                    return Optional.empty();
                }
                number.append(text.charAt(at++));
            }
            at = afterSeparators(text, at);
        }
        return at == text.length() ? Optional.of(number.toString()) : Optional.empty();
    }

    private static int afterSeparators(String text, int from) {
        int at = from;
        while (at < text.length() && SEPARATORS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
