package dev.glovebox.trace;

import java.util.regex.Pattern;

/**
 * What a call is known by elsewhere.
 *
 * @param requestId the platform's id of it, or the caller's; null where there is none
 * @param trace the trace that it is of; never null
 */
public record Correlation(String requestId, TraceContext trace) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

    /**
     * What a request's headers say; what is not of its form is left out: it goes into a log.
     *
     * @param requestId null where there is none; so may the others be
     * @param traceparent W3C's header
     * @param xray X-Ray's header
     */
    public static Correlation of(String requestId, String traceparent, String xray) {
        return new Correlation(requestId != null && ID.matcher(requestId).matches() ? requestId : null,
                TraceContext.of(traceparent, xray));
    }
}
