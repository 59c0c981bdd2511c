package dev.glovebox.trigger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** Decodes Base64, with or without the line breaks and blanks that MIME allows. */
final class Base64Text {

    private Base64Text() {
    }

    /**
     * Returns the bytes that a text encodes.
     *
     * @param text a part of an array; not changed
     * @param name the name of the text, for the message of a failure
     * @throws InvalidTriggerException if the text is not Base64
     */
    static byte[] decode(ByteBuffer text, String name) {
        try {
            ByteBuffer bytes = Base64.getDecoder().decode(withoutBlanks(text));
            byte[] array = bytes.array();
            return bytes.remaining() == array.length ? array : Arrays.copyOf(array, bytes.remaining());
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidTriggerException(name + " is not Base64");
        }
    }

    /** Copies the text only if it has blanks. */
    private static ByteBuffer withoutBlanks(ByteBuffer text) {
        byte[] array = text.array();
        int start = text.arrayOffset() + text.position();
        int end = text.arrayOffset() + text.limit();
        int firstBlank = start;
        while (firstBlank < end && !isBlank(array[firstBlank])) {
            firstBlank++;
        }
        if (firstBlank == end) {
            return text;
        }
        byte[] compact = Arrays.copyOfRange(array, start, end);
        int length = firstBlank - start;
        for (int i = length; i < compact.length; i++) {
            if (!isBlank(compact[i])) {
                compact[length++] = compact[i];
            }
        }
        return ByteBuffer.wrap(compact, 0, length);
    }

    private static boolean isBlank(byte character) {
        return character == '\n' || character == '\r' || character == ' ' || character == '\t';
    }
}
