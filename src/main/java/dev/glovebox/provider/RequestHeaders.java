package dev.glovebox.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;

/** The headers of one request to a service. Headers without a value are left out. Not thread-safe. */
public final class RequestHeaders {

    private final Map<String, String> values = new LinkedHashMap<>();

    private RequestHeaders() {
    }

    /**
     * Returns the headers that every recognition needs: type and length of the body, and the caller's trace. The length keeps
     * the REST client from sending the body in chunks, which some services refuse.
     */
    public static RequestHeaders of(OcrRequest request, String contentType, ImageBody body) {
        return new RequestHeaders().with("Content-Type", contentType).with("Content-Length", String.valueOf(body.length()))
                .with("traceparent", request.traceparent()).with("X-Amzn-Trace-Id", request.xray());
    }

    /**
     * Adds a header and returns this object.
     *
     * @param value the value; null leaves the header out
     * @throws dev.glovebox.failure.FailureException if HTTP does not allow the value. The HTTP client would reject it too, with
     *         a message that contains it
     */
    public RequestHeaders with(String name, String value) {
        if (value != null) {
            if (!value.chars().allMatch(RequestHeaders::isAllowed)) {
                throw Failure.of(FailureCode.PROVIDER_AUTH,
                        "A setting has a character that HTTP does not allow in the header " + name).toException();
            }
            values.put(name, value);
        }
        return this;
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.5">RFC 9110, 5.5: field values</a> */
    private static boolean isAllowed(int character) {
        return character >= ' ' && character < 0x7F || character == '\t';
    }

    /** Adds headers by their names and returns this object. */
    public RequestHeaders with(Map<String, String> headers) {
        headers.forEach(this::with);
        return this;
    }

    /** Returns a read-only view of the values by the names of the headers. */
    public Map<String, String> asMap() {
        return Collections.unmodifiableMap(values);
    }
}
