package dev.glovebox.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.glovebox.trace.Correlation;
import dev.glovebox.function.Functions;
import dev.glovebox.function.Problems;
import dev.glovebox.function.Reply;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code POST /vin}, {@code /vehicle-license} and {@code /license-plate}: an image or JSON in, a result, nothing or a problem
 * out.
 *
 * <p>
 * Funqy's own HTTP binding cannot serve these paths: it takes no image, parses JSON on the event loop, logs the words of a body
 * that is none, answers {@code null} where there is nothing to say, and knows no status but 200, 400 and 500.
 */
@ApplicationScoped
class FunctionRoutes {

    /** The largest image that any provider takes, as Base64 inside JSON, and half as much again. */
    private static final int MAX_BODY_BYTES = 16 * 1024 * 1024;

    /** A platform that waits for an answer to an event takes 200 for done. */
    private static final Reply NOTHING = new Reply("{}".getBytes(StandardCharsets.UTF_8), null);

    private final Functions functions;
    private final FunctionRequest requests;
    private final ProblemHandler problems;

    FunctionRoutes(Functions functions, FunctionRequest requests, ProblemHandler problems) {
        this.functions = functions;
        this.requests = requests;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().failureHandler(problems);
        for (String name : Functions.names()) {
            String path = "/" + name;
            post(router, path, name, this::admit, context -> serve(context, name));
            router.route(path).handler(context -> context.fail(405));
        }
        functions.eventFunction().ifPresent(name -> eventRoutes(router, name));
        router.route().last().handler(context -> context.fail(404));
    }

    /**
     * The paths at which FunctionGraph and SCF call a container that is an event function.
     *
     * @see <a href=
     *      "https://support.huaweicloud.com/intl/en-us/usermanual-functiongraph/functiongraph_01_1047.html">FunctionGraph</a>
     * @see <a href="https://www.tencentcloud.com/document/product/583/41076">SCF</a>
     */
    private void eventRoutes(Router router, String name) {
        router.post("/init").handler(context -> context.response().end());
        for (String path : List.of("/invoke", "/event-invoke")) {
            post(router, path, name, RoutingContext::next, context -> serveEvent(context, name));
        }
    }

    /** @param admit before a byte of the body is read: goes on to the next, or fails */
    private static void post(Router router, String path, String name, Handler<RoutingContext> admit,
            Handler<RoutingContext> serve) {
        router.post(path).handler(context -> {
            FunctionRequest.isFor(context, name);
            admit.handle(context);
        });
        router.post(path).handler(new WholeBody(MAX_BODY_BYTES));
        // decoding, hashing and signing megabytes is no work for an event loop
        router.post(path).handler(context -> context.vertx().executeBlocking(() -> {
            serve.handle(context);
            return null;
        }, false).onFailure(context::fail));
    }

    private void admit(RoutingContext context) {
        String contentType = contentType(context);
        if (isImage(contentType) || isJson(contentType)) {
            context.next();
        } else {
            context.fail(Problems.invalidRequest(
                    "Content-Type must be image/* with the image as the body, or application/json"));
        }
    }

    private void serve(RoutingContext context, String name) {
        byte[] body = WholeBody.of(context);
        Correlation correlation = requests.called(context);
        Uni<Optional<Reply>> answer = isImage(contentType(context))
                ? functions.image(name, body, parameter(context, "side"), parameter(context, "returnIssuingAuthority"),
                        correlation)
                : functions.json(name, body, correlation);
        answer.subscribe().with(reply -> send(context, reply), context::fail);
    }

    private void serveEvent(RoutingContext context, String name) {
        functions.json(name, WholeBody.of(context), requests.called(context)).subscribe().with(
                reply -> send(context, reply.or(() -> Optional.of(NOTHING))), context::fail);
    }

    private static void send(RoutingContext context, Optional<Reply> reply) {
        if (reply.isEmpty()) {
            context.response().setStatusCode(204).end();
            return;
        }
        if (reply.get().schema() != null) {
            SchemaLink.put(context, reply.get().schema());
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(Buffer.buffer(reply.get().json()));
    }

    /** Null where it is not there. */
    private static String parameter(RoutingContext context, String name) {
        List<String> values = context.queryParam(name);
        return values.isEmpty() ? null : values.get(0);
    }

    private static String contentType(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isImage(String contentType) {
        return contentType.startsWith("image/") || contentType.equals("application/octet-stream");
    }

    private static boolean isJson(String contentType) {
        // a CloudEvent of Kafka's has none (the binding leaves it out where the record had none); what is no JSON is refused as that
        return contentType.isEmpty() || contentType.equals("application/json") || contentType.endsWith("+json");
    }
}
