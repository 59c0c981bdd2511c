package dev.glovebox.trigger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses a form with a file, as browsers, curl and Postman send it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578: multipart/form-data</a>
 */
final class MultipartForm {

    private static final int MAX_PARTS = 50;
    private static final int MAX_HEAD_BYTES = 8 * 1024;
    private static final String LINE_END = "\r\n";
    private static final Pattern NAME = Pattern.compile(";\\s*name=(?:\"([^\"]*)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile(";\\s*filename\\*?=", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_TYPE = Pattern.compile("(?m)^content-type:\\s*(image/|application/octet-stream)",
            Pattern.CASE_INSENSITIVE);

    /** A part: its name, whether it is a file, and the place of its content in the body. */
    private record Part(String name, boolean isFile, int from, int to) {
    }

    private final byte[] body;
    private final List<Part> parts;

    private MultipartForm(byte[] body, List<Part> parts) {
        this.body = body;
        this.parts = parts;
    }

    /**
     * Parses a form.
     *
     * @param body not copied, and not changed
     * @throws InvalidTriggerException if the body is not a complete form, or is too complex
     */
    static MultipartForm parse(byte[] body, MediaType type) {
        String boundary = type.boundary()
                .orElseThrow(() -> new InvalidTriggerException("The Content-Type of the form has no boundary"));
        byte[] delimiter = bytes(LINE_END + "--" + boundary);
        byte[] first = bytes("--" + boundary);
        int position;
        if (startsWith(body, 0, first)) {
            position = first.length;
        } else {
            int found = indexOf(body, delimiter, 0);
            if (found < 0) {
                throw incomplete();
            }
            position = found + delimiter.length;
        }
        List<Part> parts = new ArrayList<>();
        while (!startsWith(body, position, bytes("--"))) {
            int head = afterLineEnd(body, position);
            int content = head + headLength(body, head);
            int end = indexOf(body, delimiter, content - LINE_END.length());
            if (end < 0) {
                throw incomplete();
            }
            if (parts.size() == MAX_PARTS) {
                throw new InvalidTriggerException("The form has more than " + MAX_PARTS + " parts");
            }
            parts.add(part(new String(body, head, content - head, StandardCharsets.UTF_8), content, Math.max(content, end)));
            position = end + delimiter.length;
        }
        return new MultipartForm(body, parts);
    }

    /**
     * Returns the content of the only file.
     *
     * @throws InvalidTriggerException if there is no file, or more than one
     */
    byte[] file() {
        List<Part> files = parts.stream().filter(Part::isFile).toList();
        if (files.size() != 1) {
            throw new InvalidTriggerException("The form must have exactly one file, and has " + files.size());
        }
        return Arrays.copyOfRange(body, files.getFirst().from(), files.getFirst().to());
    }

    /** Returns the text of a field; empty if the form has no such field. */
    Optional<String> field(String name) {
        return parts.stream().filter(part -> !part.isFile() && part.name().equals(name)).findFirst()
                .map(part -> new String(body, part.from(), part.to() - part.from(), StandardCharsets.UTF_8).strip());
    }

    private static Part part(String head, int from, int to) {
        for (String line : head.split(LINE_END)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                Matcher name = NAME.matcher(line);
                boolean isFile = FILE_NAME.matcher(line).find() || FILE_TYPE.matcher(head).find();
                return new Part(name.find() ? name.group(1) != null ? name.group(1) : name.group(2) : "", isFile, from, to);
            }
        }
        throw new InvalidTriggerException("A part of the form has no Content-Disposition");
    }

    /** Returns the index after the line end that follows a delimiter, perhaps after blanks. */
    private static int afterLineEnd(byte[] body, int position) {
        int end = position;
        while (end < body.length && (body[end] == ' ' || body[end] == '\t')) {
            end++;
        }
        if (!startsWith(body, end, bytes(LINE_END))) {
            throw incomplete();
        }
        return end + LINE_END.length();
    }

    /** Returns the length of a part's headers with the empty line. */
    private static int headLength(byte[] body, int head) {
        if (startsWith(body, head, bytes(LINE_END))) {
            return LINE_END.length();
        }
        byte[] emptyLine = bytes(LINE_END + LINE_END);
        int end = indexOf(body, emptyLine, head);
        if (end < 0) {
            throw incomplete();
        }
        if (end - head > MAX_HEAD_BYTES) {
            throw new InvalidTriggerException("A part of the form has headers of more than " + MAX_HEAD_BYTES + " bytes");
        }
        return end - head + emptyLine.length;
    }

    private static boolean startsWith(byte[] body, int from, byte[] text) {
        return from + text.length <= body.length && Arrays.equals(body, from, from + text.length, text, 0, text.length);
    }

    private static int indexOf(byte[] body, byte[] text, int from) {
        for (int i = from; i <= body.length - text.length; i++) {
            if (body[i] == text[0] && startsWith(body, i, text)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static InvalidTriggerException incomplete() {
        return new InvalidTriggerException("The form is not complete");
    }
}
