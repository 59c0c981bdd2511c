package dev.glovebox.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A vehicle's outer dimensions (外廓尺寸), in millimetres. */
public record Dimensions(int lengthMm, int widthMm, int heightMm) {

    private static final Pattern PRINTED = Pattern
            .compile("(\\d{3,5})\\s*[×xX*✕✖]\\s*(\\d{3,5})\\s*[×xX*✕✖]\\s*(\\d{3,5})\\s*(?:mm|MM|毫米)?");

    /** Three numbers with any cross between them; empty for anything else. */
    public static Optional<Dimensions> parse(String text) {
        Matcher matcher = PRINTED.matcher(PlainText.fold(text).strip());
        return matcher.matches() ? Optional.of(new Dimensions(Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)))) : Optional.empty();
    }
}
