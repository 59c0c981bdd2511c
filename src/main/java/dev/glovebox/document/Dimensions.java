package dev.glovebox.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outer dimensions of a vehicle (外廓尺寸).
 *
 * @param lengthMm the length in millimetres
 * @param widthMm the width in millimetres
 * @param heightMm the height in millimetres
 */
public record Dimensions(int lengthMm, int widthMm, int heightMm) {

    private static final String NUMBER = "(\\d{3,5})(?:MM|㎜|毫米)?";
    /** Multiplication signs, letters that look like one, and the asterisk. */
    private static final String TIMES = "[×X*✕✖✗⨯╳хХ]";
    private static final Pattern PATTERN = Pattern.compile(NUMBER + TIMES + NUMBER + TIMES + NUMBER);

    /**
     * Parses three numbers of three to five digits with multiplication signs between them, such as {@code 4600×1800×1500mm}.
     *
     * @param text the printed text; never null
     * @return the dimensions; empty for any other text
     */
    public static Optional<Dimensions> parse(String text) {
        Matcher matcher = PATTERN.matcher(PlainText.toCode(text));
        return matcher.matches() ? Optional.of(new Dimensions(Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)))) : Optional.empty();
    }
}
