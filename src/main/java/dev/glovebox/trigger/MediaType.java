package dev.glovebox.trigger;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a {@code Content-Type} header.
 *
 * @param name type and subtype in lower case; empty if there is no header
 * @param header the whole value
 */
record MediaType(String name, String header) {

    /** A boundary has at most 70 characters (RFC 2046, 5.1.1). */
    private static final Pattern BOUNDARY = Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))",
            Pattern.CASE_INSENSITIVE);

    /** @param header the value of the header; null if there is none */
    static MediaType of(String header) {
        return header == null ? new MediaType("", "")
                : new MediaType(header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT), header);
    }

    boolean isImage() {
        return name.startsWith("image/") || name.equals("application/octet-stream");
    }

    /** Returns true for JSON, and for bodies whose sender gives another type or none: a Kafka source, and SNS. */
    boolean isJson() {
        return name.isEmpty() || name.equals("application/json") || name.endsWith("+json") || name.equals("text/plain");
    }

    boolean isForm() {
        return name.equals("multipart/form-data");
    }

    /** Returns the boundary of a form's parts. */
    Optional<String> boundary() {
        Matcher matcher = BOUNDARY.matcher(header);
        return matcher.find() ? Optional.of(matcher.group(1) != null ? matcher.group(1) : matcher.group(2)) : Optional.empty();
    }
}
