package dev.glovebox.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.document.DocumentType;
import dev.glovebox.function.FunctionPath;
import dev.glovebox.function.Functions;
import dev.glovebox.trigger.CallOptions;
import dev.glovebox.trigger.CalledImage;
import dev.glovebox.trigger.InvalidTriggerException;
import dev.glovebox.trigger.Trigger;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The functions' paths for what is no JSON: an image as the body. JSON goes on to Funqy. */
@ApplicationScoped
class ImageRoutes {

    /** Before Funqy's own routes. */
    private static final int ORDER = -100;

    private final Functions functions;
    private final FunctionPath path;
    private final ProblemHandler problems;
    private final ObjectMapper json;

    ImageRoutes(Functions functions, FunctionPath path, ProblemHandler problems, ObjectMapper json) {
        this.functions = functions;
        this.path = path;
        this.problems = problems;
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).failureHandler(problems);
        for (DocumentType type : DocumentType.values()) {
            router.route("/" + type.id()).order(ORDER).handler(context -> admit(context, type));
        }
        router.route().last().handler(context -> context.fail(404));
    }

    private void admit(RoutingContext context, DocumentType type) {
        if (context.request().method() != HttpMethod.POST) {
            context.fail(405);
            return;
        }
        String contentType = contentType(context);
        if (contentType.startsWith("image/") || contentType.equals("application/octet-stream")) {
            // Quarkus has read the body; what follows decodes and signs, which is no work for an event loop
            context.vertx().executeBlocking(() -> {
                read(context, type, context.body().buffer());
                return null;
            }, false);
        } else if (contentType.endsWith("/json") || contentType.endsWith("+json")) {
            context.next();
        } else {
            context.fail(new InvalidTriggerException(
                    "Content-Type must be image/* with the image as the body, or application/json"));
        }
    }

    private void read(RoutingContext context, DocumentType type, Buffer body) {
        try {
            if (body == null || body.length() == 0) {
                throw new InvalidTriggerException("The body is empty");
            }
            CallOptions options = CallOptions.of(parameter(context, "side"), parameter(context, "returnIssuingAuthority"));
            path.run(type, new Trigger.Call(new CalledImage.Bytes(body.getBytes()), options), functions.httpInvocation())
                    .subscribe().with(result -> answer(context, result), context::fail);
        } catch (RuntimeException e) {
            context.fail(e);
        }
    }

    private void answer(RoutingContext context, JsonNode result) {
        try {
            context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .end(Buffer.buffer(json.writeValueAsBytes(result)));
        } catch (IOException e) {
            context.fail(e);
        }
    }

    private static String contentType(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Null where it is not there. */
    private static String parameter(RoutingContext context, String name) {
        List<String> values = context.queryParam(name);
        return values.isEmpty() ? null : values.get(0);
    }
}
