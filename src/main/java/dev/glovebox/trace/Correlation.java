package dev.glovebox.trace;

import java.util.regex.Pattern;

/**
 * The ids that connect a call with the logs of its caller and of the platform.
 *
 * @param requestId the id that the platform or the caller gave the call; null if neither gave one
 * @param trace the trace to which the call belongs; never null
 */
public record Correlation(String requestId, TraceContext trace) {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    /**
     * Returns the ids in the headers of a request. Ignores malformed ids, since ids go into the log.
     *
     * @param requestId the id of the request; may be null
     * @param traceparent the W3C trace header; may be null
     * @param xray the X-Ray trace header; may be null
     */
    public static Correlation of(String requestId, String traceparent, String xray) {
        return new Correlation(requestId != null && REQUEST_ID.matcher(requestId).matches() ? requestId : null,
                TraceContext.of(traceparent, xray));
    }
}
