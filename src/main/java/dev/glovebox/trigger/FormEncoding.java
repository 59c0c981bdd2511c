package dev.glovebox.trigger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding of HTML forms, in which a plus sign is a blank. It is stricter than {@link java.net.URLDecoder}, which accepts
 * {@code %+5} and replaces bytes that are not UTF-8: a key that only looks encoded must not become another key.
 */
final class FormEncoding {

    private FormEncoding() {
    }

    /** Returns the decoded text; empty if the text is not form-encoded UTF-8. */
    static Optional<String> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = hexDigit(text, i + 1);
                int low = hexDigit(text, i + 2);
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c == '+') {
                bytes.write(' ');
            } else {
                int codePoint = text.codePointAt(i);
                bytes.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(codePoint) - 1;
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** Returns false if the text has a character that every encoder replaces: a blank, or one that is not ASCII. */
    static boolean isPossible(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** Returns -1 if there is no ASCII digit or letter of a hexadecimal number at this place. */
    private static int hexDigit(String text, int index) {
        return index < text.length() && text.charAt(index) < 0x80 ? Character.digit(text.charAt(index), 16) : -1;
    }
}
