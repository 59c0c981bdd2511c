package dev.glovebox.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace that a caller has begun, as its headers say it. Glovebox keeps no spans: it passes both on as they came, so that
 * whoever is asked stands below the caller.
 *
 * @param traceparent W3C's header; null where there is none
 * @param xray X-Ray's header; likewise
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">X-Ray's</a>
 */
public record TraceContext(String traceparent, String xray) {

    /** No trace. */
    public static final TraceContext NONE = new TraceContext(null, null);

    /** W3C's header: lower-case hexadecimal, in this case too. */
    public static final String TRACEPARENT = "traceparent";

    /** X-Ray's header. */
    public static final String XRAY = "X-Amzn-Trace-Id";

    private static final Pattern W3C = Pattern
            .compile("(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    /** Self, which a load balancer puts in front, and what comes behind: Parent, Sampled, Lineage. */
    private static final Pattern X_RAY = Pattern.compile("(?:[A-Za-z]+=[A-Za-z0-9:-]{1,64};){0,4}"
            + "Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;[A-Za-z]+=[A-Za-z0-9:|?-]{1,128}){0,5}");

    /**
     * The trace that these headers name. One that is not of its form is left out: it comes from outside, and goes into
     * a log and into headers.
     *
     * @param traceparent null where there is none; so may xray be
     */
    public static TraceContext of(String traceparent, String xray) {
        String w3c = matching(W3C, traceparent);
        String aws = matching(X_RAY, xray);
        return w3c == null && aws == null ? NONE : new TraceContext(w3c, aws);
    }

    private static String matching(Pattern form, String header) {
        return header != null && form.matcher(header).matches() ? header : null;
    }

    /** The trace's id, 32 hexadecimal digits: W3C's where there are two; null where there is none. */
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

    /** What a request carries to continue the trace; empty where there is none. */
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

    /** This trace, or the other where this is none. */
    public TraceContext or(TraceContext other) {
        return traceparent == null && xray == null ? other : this;
    }
}
