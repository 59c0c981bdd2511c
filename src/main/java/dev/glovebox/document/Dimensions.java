package dev.glovebox.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A vehicle's outer dimensions (外廓尺寸), in millimetres. */
public record Dimensions(int lengthMm, int widthMm, int heightMm) {

    private static final String NUMBER = "(\\d{3,5})(?:MM|㎜|毫米)?";
    /** Signs of multiplication, letters that look like one, and asterisks. */
    private static final String CROSS = "[×X*✕✖✗⨯╳хХ]";
    private static final Pattern PRINTED = Pattern.compile(NUMBER + CROSS + NUMBER + CROSS + NUMBER);

    /** Three numbers with any cross between them; empty for anything else. */
    public static Optional<Dimensions> parse(String text) {
        Matcher matcher = PRINTED.matcher(PlainText.code(text));
        return matcher.matches() ? Optional.of(new Dimensions(Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)))) : Optional.empty();
    }
}
