package dev.glovebox.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import dev.glovebox.function.BindingSettings;
import dev.glovebox.function.FunctionClient;
import dev.glovebox.function.Reply;
import dev.glovebox.trigger.Trigger;
import dev.glovebox.trigger.TriggerReader;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code POST /vin}, {@code /vehicle-license} and {@code /license-plate}: the request is an image or JSON, the answer is a
 * result, a problem or nothing.
 *
 * <p>
 * Funqy's own HTTP binding cannot serve these paths: it accepts no image, parses JSON on the event loop, logs the content of an
 * invalid body, and answers only with the statuses 200, 204, 400 and 500. These routes call the same functions through Funqy's
 * registry.
 */
@ApplicationScoped
class FunctionRoutes {

    /** The answer to a platform that expects status 200 and a body. */
    private static final Reply EMPTY_OBJECT = new Reply("{}".getBytes(StandardCharsets.UTF_8), null);

    private final FunctionClient functions;
    private final FunctionRequest requests;
    private final ProblemHandler problems;
    private final BodyReader bodies;
    private final BindingSettings settings;

    FunctionRoutes(FunctionClient functions, FunctionRequest requests, ProblemHandler problems, BodyReader bodies,
            BindingSettings settings) {
        this.functions = functions;
        this.requests = requests;
        this.problems = problems;
        this.bodies = bodies;
        this.settings = settings;
    }

    void register(@Observes Router router) {
        router.route().failureHandler(problems);
        for (String name : functions.names()) {
            String path = "/" + name;
            post(router, path, name, context -> serve(context, name));
            router.route(path).handler(context -> context.fail(405));
        }
        settings.eventFunction().ifPresent(name -> eventRoutes(router, name));
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
            post(router, path, name, context -> serveEvent(context, name));
        }
    }

    private void post(Router router, String path, String name, Handler<RoutingContext> serve) {
        router.post(path).handler(context -> {
            if (!functions.has(name)) {
                context.fail(404);
                return;
            }
            FunctionRequest.setFunction(context, name);
            context.next();
        });
        router.post(path).handler(bodies);
        // decoding, hashing and signing megabytes would block the event loop
        router.post(path).handler(context -> context.vertx().executeBlocking(() -> {
            serve.handle(context);
            return null;
        }, false).onFailure(context::fail));
    }

    private void serve(RoutingContext context, String name) {
        call(context, name, bytes -> TriggerReader.readRequest(bytes, context.request().getHeader(HttpHeaders.CONTENT_TYPE),
                parameter -> parameter(context, parameter)), reply -> reply);
    }

    private void serveEvent(RoutingContext context, String name) {
        call(context, name, TriggerReader::read, reply -> reply.isEmpty() ? EMPTY_OBJECT : reply);
    }

    /** @param form changes the answer to the form that the caller expects */
    private void call(RoutingContext context, String name, Function<byte[], Trigger> decoder, UnaryOperator<Reply> form) {
        Body body = Body.of(context);
        byte[] bytes = body.take();
        if (bytes == null) {
            return;
        }
        Uni<Reply> answer;
        try {
            Trigger trigger = decoder.apply(bytes);
            if (!trigger.hasImage()) {
                body.memory().release();
            }
            answer = functions.call(name, trigger, requests.begin(context));
        } catch (RuntimeException | Error defect) {
            body.memory().release();
            throw defect;
        }
        answer.onTermination().invoke(body.memory()::release).subscribe().with(reply -> send(context, form.apply(reply)),
                context::fail);
    }

    private static void send(RoutingContext context, Reply reply) {
        if (reply.isEmpty()) {
            context.response().setStatusCode(204).end();
            return;
        }
        if (reply.schema() != null) {
            SchemaLink.put(context, reply.schema());
        }
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(Buffer.buffer(reply.json()));
    }

    /** Returns the first value of a query parameter, or null. */
    private static String parameter(RoutingContext context, String name) {
        List<String> values = context.queryParam(name);
        return values.isEmpty() ? null : values.get(0);
    }
}
