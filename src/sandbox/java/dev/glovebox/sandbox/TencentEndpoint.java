package dev.glovebox.sandbox;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Tencent's Cloud API 3.0: {@code POST /} with the operation in {@code X-TC-Action}. Errors have status 200 too. */
final class TencentEndpoint implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(TencentEndpoint.class);
    private static final Set<String> ACTIONS = Set.of("VinOCR", "LicensePlateOCR", "VehicleLicenseOCR");
    private static final Set<String> SIDES = Set.of("FRONT", "BACK", "DOUBLE");
    private static final String VERSION = "2018-11-19";
    private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;
    private static final int CALLS_PER_SECOND = 10;

    private final TencentSignatureCheck signatures;
    private final SandboxCalls calls;
    private final CallRate rate;
    private final TencentImageReader images = new TencentImageReader();

    TencentEndpoint(SandboxAccount.Tencent account, InstantSource clock, SandboxCalls calls) {
        this.signatures = new TencentSignatureCheck(account, clock);
        this.rate = new CallRate(CALLS_PER_SECOND, clock);
        this.calls = calls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String action = exchange.getRequestHeaders().getFirst("X-TC-Action");
        if (action == null || !exchange.getRequestURI().getPath().equals("/")) {
            Answer.error(404, "APIG.0101", "The API does not exist").send(exchange);
            return;
        }
        answer(exchange, action).send(exchange);
    }

    private Answer answer(HttpExchange exchange, String action) {
        try {
            Map<String, Object> response = new LinkedHashMap<>(recognize(exchange, action));
            response.put("RequestId", TencentRefusals.newRequestId());
            return Answer.ok(Map.of("Response", response));
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (ImageProblem problem) {
            return TencentRefusals.of(problem).answer();
        } catch (RuntimeException | IOException | LinkageError e) {
            LOG.error("The sandbox failed", e);
            return TencentRefusals.of("InternalError").answer();
        }
    }

    private Map<String, Object> recognize(HttpExchange exchange, String action) throws IOException {
        calls.record(action);
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw TencentRefusals.of("RequestSizeLimitExceeded");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            throw TencentRefusals.of("UnsupportedOperation");
        }
        signatures.check(exchange.getRequestHeaders(), body);
        if (!VERSION.equals(exchange.getRequestHeaders().getFirst("X-TC-Version"))) {
            throw TencentRefusals.of("NoSuchVersion");
        }
        if (!ACTIONS.contains(action)) {
            throw TencentRefusals.of("InvalidAction");
        }
        if (!rate.acquire(action)) {
            throw TencentRefusals.of("RequestLimitExceeded");
        }
        JsonNode request = Answer.parseObject(body).orElseThrow(() -> TencentRefusals.of("InvalidRequest"));
        return switch (action) {
            case "VinOCR" -> TencentAnswers.vin(images.read(request, Set.of("jpeg", "png")));
            case "LicensePlateOCR" -> TencentAnswers.plates(images.read(request, Set.of("jpeg", "png")));
            default -> license(request);
        };
    }

    private Map<String, Object> license(JsonNode request) throws IOException {
        String side = request.path("CardSide").asText("FRONT");
        if (!SIDES.contains(side)) {
            throw TencentRefusals.of("InvalidParameterValue.InvalidParameterValueLimit");
        }
        return TencentAnswers.license(images.read(request, Set.of("jpeg", "png", "bmp")), side);
    }
}
