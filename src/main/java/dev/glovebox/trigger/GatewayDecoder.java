package dev.glovebox.trigger;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.trace.TraceContext;

/**
 * A request through API Gateway (REST and HTTP APIs), a function URL, or the gateways of Huawei's and Tencent's functions: they
 * differ in where the method stands.
 */
final class GatewayDecoder {

    private static final int METHOD_NOT_ALLOWED = 405;

    private GatewayDecoder() {
    }

    static boolean fits(JsonNode event) {
        return event.path("requestContext").isObject() && method(event) != null;
    }

    static Trigger.Gateway decode(JsonNode event, int depth) {
        return new Trigger.Gateway(request(event, depth),
                TraceContext.of(header(event, TraceContext.TRACEPARENT), header(event, TraceContext.XRAY)));
    }

    private static Trigger.Inner request(JsonNode event, int depth) {
        if (!method(event).equals("POST")) {
            return new Trigger.Inner.Refused(METHOD_NOT_ALLOWED);
        }
        try {
            return new Trigger.Inner.Asked(inner(event, depth));
        } catch (InvalidTriggerException broken) {
            return new Trigger.Inner.Broken(broken.getMessage());
        }
    }

    private static String method(JsonNode event) {
        String method = EventJson.text(event, "httpMethod");
        return method != null ? method : EventJson.text(event.path("requestContext").path("http"), "method");
    }

    private static Trigger inner(JsonNode event, int depth) {
        byte[] body = body(event);
        String contentType = header(event, "content-type").toLowerCase(Locale.ROOT);
        if (contentType.startsWith("image/") || contentType.startsWith("application/octet-stream")) {
            if (!event.path("isBase64Encoded").asBoolean()) {
                throw new InvalidTriggerException("The gateway does not hand over images as they are: set image/* as binary");
            }
            return new Trigger.Call(new CalledImage.Bytes(body),
                    CallOptions.of(parameter(event, "side"), parameter(event, "returnIssuingAuthority")));
        }
        Trigger trigger = TriggerDecoder.decode(EventJson.read(body), depth + 1);
        if (trigger instanceof Trigger.Gateway || trigger instanceof Trigger.Messages || trigger instanceof Trigger.Job) {
            throw new InvalidTriggerException("The body is an event that no gateway hands over");
        }
        return trigger;
    }

    private static byte[] body(JsonNode event) {
        String body = event.path("body").asText("");
        if (body.isEmpty() || event.path("body").isNull()) {
            throw new InvalidTriggerException("The body is empty");
        }
        if (!event.path("isBase64Encoded").asBoolean()) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new InvalidTriggerException("The body is not Base64, though isBase64Encoded says so");
        }
    }

    /** In any case of its name; empty where it is not there. */
    private static String header(JsonNode event, String name) {
        for (String member : List.of("headers", "multiValueHeaders")) {
            for (Map.Entry<String, JsonNode> header : event.path(member).properties()) {
                if (header.getKey().equalsIgnoreCase(name)) {
                    return first(header.getValue()).asText().strip();
                }
            }
        }
        return "";
    }

    /** Tencent's gateway has another name for the query; null where the parameter is nowhere. */
    private static String parameter(JsonNode event, String name) {
        for (String member : List.of("queryStringParameters", "multiValueQueryStringParameters", "queryString")) {
            JsonNode value = first(event.path(member).path(name));
            if (value.isValueNode() && !value.isNull()) {
                return value.asText();
            }
        }
        return null;
    }

    private static JsonNode first(JsonNode value) {
        return value.isArray() ? value.path(0) : value;
    }
}
