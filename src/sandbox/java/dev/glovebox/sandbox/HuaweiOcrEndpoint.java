package dev.glovebox.sandbox;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Huawei's OCR v2: {@code POST /v2/{project_id}/ocr/{vin|license-plate|vehicle-license}}. */
final class HuaweiOcrEndpoint implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(HuaweiOcrEndpoint.class);
    private static final Pattern PATH = Pattern.compile("/v2/([^/]+)/ocr/(vin|license-plate|vehicle-license)/?");
    private static final int GATEWAY_BYTES = 12 * 1024 * 1024;

    private final SandboxAccount account;
    private final HuaweiTokenIssuer tokens;
    private final HuaweiSignatureCheck signatures;
    private final SandboxCalls calls;
    private final HuaweiLicenseLevel licenseLevel;
    private final HuaweiImageReader images = new HuaweiImageReader();

    HuaweiOcrEndpoint(SandboxAccount account, HuaweiTokenIssuer tokens, InstantSource clock, SandboxCalls calls,
            HuaweiLicenseLevel licenseLevel) {
        this.licenseLevel = licenseLevel;
        this.account = account;
        this.tokens = tokens;
        this.signatures = new HuaweiSignatureCheck(account, clock);
        this.calls = calls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        answer(exchange).send(exchange);
    }

    private Answer answer(HttpExchange exchange) {
        try {
            return Answer.ok(Map.of("result", recognize(exchange)));
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (ImageProblem problem) {
            return HuaweiRefusals.of(problem).answer();
        } catch (RuntimeException | IOException | LinkageError e) {
            // a LinkageError if the OCR library does not load on this system
            LOG.error("The sandbox failed", e);
            return Answer.error(500, "ModelArts.4505", "Internal error: " + e.getClass().getSimpleName());
        }
    }

    private Object recognize(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            throw new Refusal(404, "APIG.0101", "The API does not exist or has not been published");
        }
        String operation = path.group(2);
        calls.record(operation);
        if (!exchange.getRequestMethod().equals("POST")) {
            throw new Refusal(400, "APIG.0204", "The method is not allowed");
        }
        // a chunked body has no Content-Length, so only the bytes themselves can be counted
        byte[] body = exchange.getRequestBody().readNBytes(GATEWAY_BYTES + 1);
        if (body.length > GATEWAY_BYTES) {
            throw new Refusal(413, "APIG.0201", "Request entity too large");
        }
        authenticate(exchange, path.group(1), body);
        if (body.length > HuaweiImageReader.SERVICE_BYTES) {
            throw new Refusal(400, "ModelArts.4104", "The length of the request body is invalid");
        }
        JsonNode request = Answer.parseObject(body)
                .orElseThrow(() -> new Refusal(400, "ModelArts.4105", "The JSON body is invalid"));
        return switch (operation) {
            case "vin" -> HuaweiAnswers.vin(images.read(request, 15, 4096));
            case "license-plate" -> HuaweiAnswers.plates(images.read(request, 15, 4096));
            default -> license(request);
        };
    }

    private Object license(JsonNode request) throws IOException {
        // the options are checked before the image
        HuaweiLicenseOptions options = HuaweiLicenseOptions.of(request, licenseLevel);
        return HuaweiAnswers.license(images.read(request, 100, 8000), options);
    }

    private void authenticate(HttpExchange exchange, String projectId, byte[] body) {
        String token = exchange.getRequestHeaders().getFirst("X-Auth-Token");
        if (token != null) {
            tokens.check(token);
        } else if (exchange.getRequestHeaders().getFirst("Authorization") != null) {
            signatures.check(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
        } else {
            throw new Refusal(401, "APIG.0301", "Incorrect IAM authentication information: x-auth-token not found");
        }
        if (!projectId.equals(account.projectId())) {
            throw new Refusal(403, "APIG.0310", "The project_id does not match the credentials");
        }
    }
}
