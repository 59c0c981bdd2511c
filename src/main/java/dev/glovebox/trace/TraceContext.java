package dev.glovebox.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace headers of a caller. Glovebox creates no spans. It passes both headers on unchanged, so that the calls of providers
 * appear as children of the caller.
 *
 * @param traceparent the W3C trace header; null if there is none
 * @param xray the X-Ray trace header; null if there is none
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">X-Ray's</a>
 */
public record TraceContext(String traceparent, String xray) {

    /** No trace. */
    public static final TraceContext NONE = new TraceContext(null, null);

    /** The name of the W3C trace header. */
    public static final String TRACEPARENT = "traceparent";

    /** The name of the X-Ray trace header. */
    public static final String XRAY = "X-Amzn-Trace-Id";

    private static final Pattern W3C = Pattern
            .compile("(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    /** A load balancer adds Self before Root. Parent, Sampled and Lineage may follow it. */
    private static final Pattern X_RAY = Pattern.compile("(?:[A-Za-z]+=[A-Za-z0-9:-]{1,64};){0,4}"
            + "Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;[A-Za-z]+=[A-Za-z0-9:|?-]{1,128}){0,5}");

    /**
     * Returns the trace in these headers. Ignores a malformed header: it comes from outside, and goes into the log and into the
     * headers of other calls.
     *
     * @param traceparent the W3C trace header; may be null
     * @param xray the X-Ray trace header; may be null
     * @return the trace; {@link #NONE} if neither header is valid
     */
    public static TraceContext of(String traceparent, String xray) {
        String w3c = nullIfMalformed(W3C, traceparent);
        String aws = nullIfMalformed(X_RAY, xray);
        return w3c == null && aws == null ? NONE : new TraceContext(w3c, aws);
    }

    private static String nullIfMalformed(Pattern pattern, String header) {
        return header != null && pattern.matcher(header).matches() ? header : null;
    }

    /** Returns the id of the trace, 32 hexadecimal digits. The W3C header takes precedence. Null if there is no trace. */
    public String traceId() {
        if (traceparent != null) {
            Matcher w3c = W3C.matcher(traceparent);
            return w3c.matches() ? w3c.group(1) : null;
        }
        if (xray != null) {
            Matcher aws = X_RAY.matcher(xray);
            return aws.matches() ? aws.group(1) + aws.group(2) : null;
        }
        return null;
    }

    /** Returns the headers that a request needs to continue the trace; empty if there is no trace. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (traceparent != null) {
            headers.put(TRACEPARENT, traceparent);
        }
        if (xray != null) {
            headers.put(XRAY, xray);
        }
        return headers;
    }

    /** Returns this trace, or the other one if this is no trace. */
    public TraceContext or(TraceContext other) {
        return traceparent == null && xray == null ? other : this;
    }
}
