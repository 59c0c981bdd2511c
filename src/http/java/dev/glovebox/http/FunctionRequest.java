package dev.glovebox.http;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.trace.Correlation;
import dev.glovebox.function.Functions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** What is known of a request to a function, before the function is called and after. */
@ApplicationScoped
class FunctionRequest {

    /** The caller's own id of a request; one is made where it names none, and the answer has it too. */
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String FUNCTION = "function";

    private final Functions functions;

    FunctionRequest(Functions functions) {
        this.functions = functions;
    }

    /** The request is for that function. */
    static void isFor(RoutingContext context, String function) {
        context.put(FUNCTION, function);
    }

    /** The function is called now, and tells of the request itself. */
    Correlation called(RoutingContext context) {
        context.remove(FUNCTION);
        return correlation(context);
    }

    /** The request has failed: where it was for a function, and never came to it, that is told of. */
    void failed(RoutingContext context) {
        String function = context.remove(FUNCTION);
        if (function != null) {
            functions.refused(function, correlation(context));
        }
    }

    private Correlation correlation(RoutingContext context) {
        HttpServerRequest request = context.request();
        // of a CloudEvent in binary mode the trace may be an attribute of the event
        String traceparent = Optional.ofNullable(request.getHeader("traceparent")).orElse(request.getHeader("ce-traceparent"));
        Correlation correlation = functions.correlation(request.getHeader(REQUEST_ID), traceparent,
                request.getHeader("X-Amzn-Trace-Id"));
        context.response().putHeader(REQUEST_ID, correlation.requestId());
        return correlation;
    }
}
