package dev.glovebox.sandbox;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * Tencent's classic VIN service, which is older than its API 3.0. Tencent's documentation page contradicts itself. Its table
 * names
 * the account {@code appid}; its example names it {@code app_id}. Table and example also show two different answers. If a
 * request
 * uses the name of the table, the sandbox returns the answer of the table. Otherwise, it returns the answer of the example.
 */
final class TencentClassicEndpoint implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(TencentClassicEndpoint.class);
    private static final int MAX_BODY_BYTES = 6 * 1024 * 1024;

    private final TencentClassicSignatureCheck signatures;
    private final SandboxCalls calls;
    private final ImageFetcher fetcher = new ImageFetcher(MAX_BODY_BYTES);

    TencentClassicEndpoint(SandboxAccount.Tencent account, InstantSource clock, SandboxCalls calls) {
        this.signatures = new TencentClassicSignatureCheck(account, clock);
        this.calls = calls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        calls.record("vin_detection");
        answer(exchange).send(exchange);
    }

    private Answer answer(HttpExchange exchange) {
        try {
            return recognize(exchange);
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (ImageProblem problem) {
            return refusal(200, switch (problem.kind()) {
                case BAD_URL, NOT_FETCHED -> -1308;
                case NOT_AN_IMAGE, BROKEN -> -1102;
            }).answer();
        } catch (RuntimeException | IOException | LinkageError e) {
            LOG.error("The sandbox failed", e);
            return refusal(500, 500).answer();
        }
    }

    /**
     * Returns an error of the service. The service reports most errors with status 200.
     *
     * @param status the HTTP status
     * @param code the error code in the body
     */
    static Refusal refusal(int status, int code) {
        return new Refusal(new Answer(status, Map.of(), Map.of("code", code, "message", "Refused by the sandbox")));
    }

    private Answer recognize(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            throw refusal(424, 424);
        }
        if (exchange.getRequestHeaders().getFirst("Content-Length") == null) {
            throw refusal(411, 411);
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw refusal(413, 413);
        }
        JsonNode request = Answer.parseObject(body).orElseThrow(() -> refusal(400, 400));
        boolean isTableFormat = request.has("appid");
        String appId = request.path(isTableFormat ? "appid" : "app_id").asText(null);
        if (appId == null) {
            throw refusal(200, 10);
        }
        signatures.check(exchange.getRequestHeaders().getFirst("Authorization"), appId);
        TextLine line = VinFinder.find(Ocr.read(image(request))).orElseThrow(() -> refusal(200, -9003));
        return isTableFormat ? tableAnswer(item(line)) : exampleAnswer(item(line));
    }

    /** Returns the image. If the request has both a URL and bytes, the URL takes precedence. */
    private ImageFile image(JsonNode request) throws IOException {
        if (request.path("url").isTextual()) {
            return ImageFile.of(fetcher.fetch(request.get("url").textValue()));
        }
        String base64 = request.path("image").asText("");
        if (base64.isEmpty()) {
            throw refusal(200, -1300);
        }
        try {
            return ImageFile.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw refusal(200, -1102);
        }
    }

    private static Map<String, Object> item(TextLine line) {
        double percent = Math.round(line.confidence() * 10_000) / 100.0;
        String vin = VinFinder.characters(line);
        List<Map<String, Object>> words = vin.chars()
                .mapToObj(c -> Map.<String, Object> of("character", String.valueOf((char) c), "confidence", percent)).toList();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("itemcoord", TencentAnswers.rect(line, "x", "y", "width", "height"));
        item.put("itemstring", vin);
        item.put("words", words);
        return item;
    }

    private static Answer tableAnswer(Map<String, Object> item) {
        return Answer.ok(Map.of("code", 0, "message", "OK", "data",
                Map.of("session_id", UUID.randomUUID().toString(), "items", List.of(item))));
    }

    private static Answer exampleAnswer(Map<String, Object> item) {
        return Answer.ok(Map.of("errorcode", 0, "errormsg", "OK", "session_id", UUID.randomUUID().toString(), "items",
                List.of(item)));
    }
}
