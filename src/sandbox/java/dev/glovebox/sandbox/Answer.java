package dev.glovebox.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;

/**
 * An HTTP answer with a JSON body.
 *
 * @param status the HTTP status
 * @param headers additional headers
 * @param body the value that Jackson writes
 */
record Answer(int status, Map<String, String> headers, Object body) {

    static final ObjectMapper JSON = new ObjectMapper();

    static Answer ok(Object body) {
        return new Answer(200, Map.of(), body);
    }

    /** Returns an error in Huawei's documented shape. */
    static Answer error(int status, String code, String message) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error_code", code);
        body.put("error_msg", message);
        return new Answer(status, Map.of(), body);
    }

    /** Parses the body of a request. Returns empty if it is no JSON object. */
    static Optional<JsonNode> parseObject(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    void send(HttpExchange exchange) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Request-Id", UUID.randomUUID().toString().replace("-", ""));
        headers.forEach(exchange.getResponseHeaders()::set);
        try (exchange; OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(status, bytes.length);
            out.write(bytes);
        }
    }
}
