package dev.glovebox.http;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.function.FunctionClient;
import dev.glovebox.function.Invocation;
import dev.glovebox.function.Invocations;
import dev.glovebox.trigger.Trigger;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Connects a request with its function. The metrics of the function also count requests that fail before the function is
 * called.
 */
@ApplicationScoped
class FunctionRequest {

    /** The caller's id of a request. The answer repeats it, or contains a new one. */
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String UNCALLED_FUNCTION = "uncalled-function";

    private final FunctionClient functions;
    private final Invocations invocations;

    FunctionRequest(FunctionClient functions, Invocations invocations) {
        this.functions = functions;
        this.invocations = invocations;
    }

    /** Records the function that the request is for. */
    static void setFunction(RoutingContext context, String function) {
        context.put(UNCALLED_FUNCTION, function);
    }

    /** Returns the invocation of the function, which is called now. */
    Invocation begin(RoutingContext context) {
        context.remove(UNCALLED_FUNCTION);
        HttpServerRequest request = context.request();
        // a CloudEvent in binary mode has the trace in an attribute, which is a header with the prefix ce-
        String traceparent = Optional.ofNullable(request.getHeader("traceparent")).orElse(request.getHeader("ce-traceparent"));
        Invocation invocation = invocations.ofRequest(RequestGate.arrival(context), request.getHeader(REQUEST_ID), traceparent,
                request.getHeader("X-Amzn-Trace-Id"));
        context.response().putHeader(REQUEST_ID, invocation.requestId());
        return invocation;
    }

    /** Calls the function with an invalid trigger if the request failed before its function was called. */
    void reject(RoutingContext context) {
        String function = context.remove(UNCALLED_FUNCTION);
        if (function != null) {
            functions.call(function, new Trigger.Invalid("The request was rejected"), begin(context)).subscribe().with(
                    reply -> {
                        throw new IllegalStateException("An invalid trigger has no reply");
                    }, rejection -> {
                        // the caller gets the failure of the request itself
                    });
        }
    }
}
