package dev.glovebox.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * The classic VIN call. Its page names the account {@code appid} in a table and {@code app_id} in an example, and has another
 * shape of an answer in each: who sends the one name gets the one shape.
 */
final class TencentClassicEndpoint implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(TencentClassicEndpoint.class);
    private static final int BODY_BYTES = 6 * 1024 * 1024;
    private static final int HMAC_BYTES = 20;
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(93);

    private final SandboxAccount.Tencent account;
    private final InstantSource clock;
    private final SandboxCalls calls;
    private final ImageFetcher fetcher = new ImageFetcher(BODY_BYTES);

    TencentClassicEndpoint(SandboxAccount.Tencent account, InstantSource clock, SandboxCalls calls) {
        this.account = account;
        this.clock = clock;
        this.calls = calls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        calls.count("vin_detection");
        Answer answer;
        try {
            answer = recognize(exchange);
        } catch (Refusal refusal) {
            answer = refusal.answer();
        } catch (ImageProblem problem) {
            answer = refusal(200, switch (problem.kind()) {
                case BAD_URL, NOT_FETCHED -> -1308;
                case NOT_AN_IMAGE, BROKEN -> -1102;
            }).answer();
        } catch (RuntimeException | IOException | LinkageError e) {
            LOG.error("The sandbox failed", e);
            answer = refusal(500, 500).answer();
        }
        answer.send(exchange);
    }

    private static Refusal refusal(int status, int code) {
        return new Refusal(new Answer(status, Map.of(), Map.of("code", code, "message", "Refused by the sandbox")));
    }

    private Answer recognize(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            throw refusal(424, 424);
        }
        if (exchange.getRequestHeaders().getFirst("Content-Length") == null) {
            throw refusal(411, 411);
        }
        byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES + 1);
        if (body.length > BODY_BYTES) {
            throw refusal(413, 413);
        }
        JsonNode request = parse(body);
        boolean asInTable = request.has("appid");
        String appId = request.path(asInTable ? "appid" : "app_id").asText(null);
        if (appId == null) {
            throw refusal(200, 10);
        }
        checkSignature(exchange.getRequestHeaders().getFirst("Authorization"), appId);
        TextLine line = VinFinder.find(Ocr.read(image(request))).orElseThrow(() -> refusal(200, -9003));
        return asInTable ? inTable(item(line)) : inExample(item(line));
    }

    private static JsonNode parse(byte[] body) {
        return Answer.object(body).orElseThrow(() -> refusal(400, 400));
    }

    /** The URL's where both are given. */
    private SeenImage image(JsonNode request) throws IOException {
        if (request.path("url").isTextual()) {
            return SeenImage.of(fetcher.fetch(request.get("url").textValue()));
        }
        String base64 = request.path("image").asText("");
        if (base64.isEmpty()) {
            throw refusal(200, -1300);
        }
        try {
            return SeenImage.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw refusal(200, -1102);
        }
    }

    private void checkSignature(String authorization, String appId) {
        if (authorization == null || authorization.isEmpty()) {
            throw refusal(200, 4);
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(authorization);
        } catch (IllegalArgumentException e) {
            throw refusal(200, 5);
        }
        if (signature.length <= HMAC_BYTES) {
            throw refusal(200, 5);
        }
        String original = new String(signature, HMAC_BYTES, signature.length - HMAC_BYTES, StandardCharsets.UTF_8);
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : original.split("&")) {
            String[] parts = parameter.split("=", 2);
            parameters.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        checkParameters(parameters, appId);
        if (!MessageDigest.isEqual(
                Hashes.hmacSha1(account.secretKey().getBytes(StandardCharsets.UTF_8), original),
                Arrays.copyOf(signature, HMAC_BYTES))) {
            throw refusal(200, 14);
        }
    }

    private void checkParameters(Map<String, String> parameters, String appId) {
        if (!account.secretId().equals(parameters.get("k"))) {
            throw refusal(200, 11);
        }
        if (!account.appId().equals(parameters.get("a")) || !appId.equals(parameters.get("a"))) {
            throw refusal(200, 12);
        }
        if (parameters.containsKey("b") && !account.bucket().equals(parameters.get("b"))) {
            throw refusal(200, 6);
        }
        try {
            Instant signed = Instant.ofEpochSecond(Long.parseLong(parameters.get("t")));
            Instant expiry = Instant.ofEpochSecond(Long.parseLong(parameters.get("e")));
            // single use (e=0, f an object) is not what this call takes
            if (!expiry.isAfter(signed) || Duration.between(signed, expiry).compareTo(LONGEST_VALIDITY) > 0
                    || !"".equals(parameters.get("f")) || !parameters.getOrDefault("r", "").matches("\\d{1,10}")) {
                throw refusal(200, 5);
            }
            if (clock.instant().isAfter(expiry)) {
                throw refusal(200, 9);
            }
        } catch (NumberFormatException e) {
            throw refusal(200, 5);
        }
    }

    private static Map<String, Object> item(TextLine line) {
        double percent = Math.round(line.confidence() * 10_000) / 100.0;
        String vin = VinFinder.characters(line);
        List<Map<String, Object>> words = vin.chars()
                .mapToObj(c -> Map.<String, Object> of("character", String.valueOf((char) c), "confidence", percent)).toList();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("itemcoord", TencentEndpoint.rect(line, "x", "y", "width", "height"));
        item.put("itemstring", vin);
        item.put("words", words);
        return item;
    }

    private static Answer inTable(Map<String, Object> item) {
        return Answer.ok(Map.of("code", 0, "message", "OK", "data",
                Map.of("session_id", UUID.randomUUID().toString(), "items", List.of(item))));
    }

    private static Answer inExample(Map<String, Object> item) {
        return Answer.ok(Map.of("errorcode", 0, "errormsg", "OK", "session_id", UUID.randomUUID().toString(), "items",
                List.of(item)));
    }
}
