package dev.glovebox.trigger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.trace.TraceContext;

/**
 * Decodes requests of Amazon API Gateway (REST and HTTP APIs), of function URLs, and of the gateways of Huawei Cloud and
 * Tencent Cloud. The main difference between them is the member that contains the method.
 */
final class GatewayDecoder {

    private static final int METHOD_NOT_ALLOWED = 405;

    private GatewayDecoder() {
    }

    static boolean matches(JsonNode event) {
        return event.path("requestContext").isObject() && method(event) != null;
    }

    static Trigger.Gateway decode(JsonNode event, int depth) {
        return new Trigger.Gateway(request(event, depth),
                TraceContext.of(header(event, TraceContext.TRACEPARENT), header(event, TraceContext.XRAY)));
    }

    private static Trigger.GatewayRequest request(JsonNode event, int depth) {
        if (!method(event).equals("POST")) {
            return new Trigger.GatewayRequest.Rejected(METHOD_NOT_ALLOWED);
        }
        try {
            return new Trigger.GatewayRequest.Valid(content(event, depth));
        } catch (InvalidTriggerException invalid) {
            return new Trigger.GatewayRequest.Malformed(invalid.getMessage());
        }
    }

    private static String method(JsonNode event) {
        String method = EventJson.text(event, "httpMethod");
        return method != null ? method : EventJson.text(event.path("requestContext").path("http"), "method");
    }

    private static Trigger content(JsonNode event, int depth) {
        String contentType = header(event, "content-type");
        boolean isBinary = MediaType.of(contentType).isImage() || MediaType.of(contentType).isForm();
        if (isBinary && !event.path("isBase64Encoded").asBoolean()) {
            throw new InvalidTriggerException(
                    "The gateway sends images as text: configure image/* and multipart/form-data as binary media types");
        }
        // gateways add a type of their own to JSON that the caller sends without one
        return BodyDecoder.decode(body(event), isBinary ? contentType : "application/json", name -> parameter(event, name),
                json -> inner(json, depth));
    }

    private static Trigger inner(byte[] json, int depth) {
        Trigger trigger = TriggerDecoder.decode(EventJson.read(json), depth + 1);
        if (trigger instanceof Trigger.Gateway || trigger instanceof Trigger.Messages || trigger instanceof Trigger.Job) {
            throw new InvalidTriggerException("The body is an event that a gateway cannot deliver");
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
        return Base64Text.decode(ByteBuffer.wrap(body.getBytes(StandardCharsets.ISO_8859_1)),
                "The body");
    }

    /** Returns the first value of a header, whose name is not case-sensitive; an empty text if there is none. */
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

    /** Returns the first value of a query parameter, or null. Tencent's gateway has its own name for the query. */
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
