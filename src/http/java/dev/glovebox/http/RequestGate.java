package dev.glovebox.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.glovebox.function.BindingSettings;
import dev.glovebox.function.Problems;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Checks each request before its body is read, and records when it arrives: one {@code Host} header (RFC 9112, 3.2), and an
 * allowed origin. Answers the
 * preflight requests of browsers (CORS).
 */
@ApplicationScoped
class RequestGate {

    private static final int BEFORE_ALL_ROUTES = -1_000_000;

    private static final String ARRIVAL = "glovebox-arrival";
    private static final String TIME_FOR_BODY = "glovebox-time-for-body";

    private final OriginRule origins;
    private final ProblemHandler problems;
    private final InstantSource clock;

    RequestGate(BindingSettings settings, ProblemHandler problems, InstantSource clock) {
        this.clock = clock;
        this.origins = new OriginRule(settings.origins());
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL_ROUTES).handler(this::check).failureHandler(problems);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.put(ARRIVAL, clock.instant());
        context.put(TIME_FOR_BODY, ConnectionTimers.begin(request));
        context.addEndHandler(answered -> ConnectionTimers.end(request));
        if (hasWrongHost(request)) {
            closeAfterAnswer(context);
            context.fail(Problems.invalidRequest("A request must have exactly one Host header"));
            return;
        }
        String origin = request.getHeader("Origin");
        if (!origins.allows(origin, request.scheme(), authority(request))) {
            closeAfterAnswer(context);
            context.fail(Problems.forbiddenOrigin());
        } else if (origins.isListed(origin)) {
            shareWith(origin, context);
        } else {
            context.next();
        }
    }

    /** Returns when the head of the request arrived. */
    static Instant arrival(RoutingContext context) {
        return context.get(ARRIVAL);
    }

    /** Returns how long the body may take after the head of the request. */
    static Duration timeForBody(RoutingContext context) {
        return context.get(TIME_FOR_BODY);
    }

    /** Closes the connection after the answer. Without its body, the rest of a request could look like the next request. */
    static void closeAfterAnswer(RoutingContext context) {
        context.addEndHandler(answered -> context.request().connection().close());
    }

    private static boolean hasWrongHost(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_1_1 && request.headers().getAll("Host").size() != 1
                || request.authority() == null && request.version() != HttpVersion.HTTP_1_0;
    }

    private static String authority(HttpServerRequest request) {
        return request.authority() == null ? "" : request.authority().toString();
    }

    /** @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">the CORS protocol</a> */
    private static void shareWith(String origin, RoutingContext context) {
        HttpServerResponse response = context.response().putHeader("Access-Control-Allow-Origin", origin)
                .putHeader("Vary", "Origin").putHeader("Access-Control-Expose-Headers", "Link, Retry-After, X-Request-Id");
        boolean isPreflight = context.request().method() == HttpMethod.OPTIONS
                && context.request().getHeader("Access-Control-Request-Method") != null;
        if (isPreflight) {
            response.putHeader("Access-Control-Allow-Methods", "POST")
                    .putHeader("Access-Control-Allow-Headers",
                            "Authorization, Content-Type, X-API-Key, X-Request-Id, traceparent")
                    .putHeader("Access-Control-Max-Age", "600").setStatusCode(204).end();
        } else {
            context.next();
        }
    }
}
