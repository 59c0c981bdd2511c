package dev.glovebox.sandbox;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** OCR v2: {@code POST /v2/{project_id}/ocr/{vin|license-plate|vehicle-license}}. */
final class HuaweiOcrEndpoint implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(HuaweiOcrEndpoint.class);
    private static final Pattern PATH = Pattern.compile("/v2/([^/]+)/ocr/(vin|license-plate|vehicle-license)/?");
    private static final int GATEWAY_BYTES = 12 * 1024 * 1024;
    private static final int SERVICE_BYTES = 10 * 1024 * 1024;
    private static final Set<String> SIDES = Set.of("", "front", "back", "double_side");

    private final SandboxAccount account;
    private final HuaweiTokenDesk tokens;
    private final HuaweiSignatureCheck signatures;
    private final SandboxCalls calls;
    private final ImageFetcher fetcher = new ImageFetcher(SERVICE_BYTES);

    HuaweiOcrEndpoint(SandboxAccount account, HuaweiTokenDesk tokens, InstantSource clock, SandboxCalls calls) {
        this.account = account;
        this.tokens = tokens;
        this.signatures = new HuaweiSignatureCheck(account, clock);
        this.calls = calls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        try {
            answer = Answer.ok(Map.of("result", recognize(exchange)));
        } catch (Refusal refusal) {
            answer = refusal.answer();
        } catch (ImageProblem problem) {
            answer = answer(problem);
        } catch (RuntimeException | IOException | LinkageError e) {
            // a library that does not load on this system among them
            LOG.error("The sandbox failed", e);
            answer = Answer.error(500, "ModelArts.4505", "Internal error: " + e.getClass().getSimpleName());
        }
        answer.send(exchange);
    }

    private static Answer answer(ImageProblem problem) {
        return switch (problem.kind()) {
            case BAD_URL -> Answer.error(400, "ModelArts.4601", "The URL is not valid");
            case NOT_FETCHED -> Answer.error(400, "ModelArts.4603", "Obtaining the file from the URL failed");
            case NOT_AN_IMAGE -> Answer.error(400, "AIS.0102", "The image format is not supported");
            case BROKEN -> poor().answer();
        };
    }

    private static Refusal poor() {
        return new Refusal(400, "AIS.0104", "The image is not supported or its quality is poor");
    }

    private Object recognize(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            throw new Refusal(404, "APIG.0101", "The API does not exist or has not been published");
        }
        String operation = path.group(2);
        calls.count(operation);
        if (!exchange.getRequestMethod().equals("POST")) {
            throw new Refusal(400, "APIG.0204", "The method is not allowed");
        }
        // with Content-Length or chunked: the stream is the same
        byte[] body = exchange.getRequestBody().readNBytes(GATEWAY_BYTES + 1);
        if (body.length > GATEWAY_BYTES) {
            throw new Refusal(413, "APIG.0201", "Request entity too large");
        }
        authenticate(exchange, path.group(1), body);
        if (body.length > SERVICE_BYTES) {
            throw new Refusal(400, "ModelArts.4104", "The length of the request body is invalid");
        }
        return switch (operation) {
            case "vin" -> Map.of("vin", VinFinder.find(Ocr.read(image(parse(body), 15, 4096))).map(VinFinder::characters)
                    .orElseThrow(HuaweiOcrEndpoint::poor));
            case "license-plate" -> plates(image(parse(body), 15, 4096));
            default -> license(parse(body));
        };
    }

    private static List<Map<String, Object>> plates(SeenImage image) throws IOException {
        List<Map<String, Object>> plates = new ArrayList<>();
        for (PlateFinder.SeenPlate seen : PlateFinder.find(Ocr.read(image), image)) {
            Map<String, Object> plate = new LinkedHashMap<>();
            plate.put("plate_number", seen.number());
            plate.put("plate_color", seen.color());
            plate.put("plate_location", seen.line().corners());
            plate.put("confidence", Math.round(seen.line().confidence() * 10_000) / 10_000.0);
            plates.add(plate);
        }
        if (plates.isEmpty()) {
            throw poor();
        }
        return plates;
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

    private static JsonNode parse(byte[] body) {
        return Answer.object(body).orElseThrow(() -> new Refusal(400, "ModelArts.4105", "The JSON body is invalid"));
    }

    private Object license(JsonNode request) throws IOException {
        JsonNode side = request.path("side");
        if (!side.isMissingNode() && (!side.isTextual() || !SIDES.contains(side.asText()))) {
            throw new Refusal(400, "AIS.0101", "The input parameter is invalid: side");
        }
        boolean authority = flag(request, "return_issuing_authority");
        boolean location = flag(request, "return_text_location");
        flag(request, "recognize_electronic_license");
        SeenImage image = image(request, 100, 8000);
        return license(Ocr.read(image), image, side.asText(""), authority, location);
    }

    /** Flat for one side, below front and back for both. */
    private static Map<String, Object> license(List<TextLine> lines, SeenImage image, String side, boolean authority,
            boolean location) {
        Map<String, Object> front = side.equals("back") ? null
                : LicenseFinder.front(lines, image, authority).map(page -> page(page, location)).orElse(null);
        Map<String, Object> back = side.equals("back") || side.equals("double_side")
                ? LicenseFinder.back(lines).map(page -> page(page, location)).orElse(null)
                : null;
        if (front == null && back == null) {
            throw poor();
        }
        if (!side.equals("double_side")) {
            return front != null ? front : back;
        }
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("type", "normal");
        both.put("front", front == null ? Map.of() : front);
        both.put("back", back == null ? Map.of() : back);
        return both;
    }

    private static Map<String, Object> page(LicenseFinder.Page page, boolean location) {
        Map<String, Object> members = new LinkedHashMap<>(page.values());
        if (location) {
            members.put("text_location", page.corners());
        }
        return members;
    }

    private static boolean flag(JsonNode request, String name) {
        JsonNode flag = request.path(name);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            throw new Refusal(400, "AIS.0101", "The input parameter is invalid: " + name);
        }
        return flag.asBoolean(false);
    }

    private SeenImage image(JsonNode request, int shortestSide, int longestSide) throws IOException {
        JsonNode image = request.path("image");
        JsonNode url = request.path("url");
        if (image.isTextual() == url.isTextual()) {
            throw new Refusal(400, "AIS.0101", "The input parameter is invalid: exactly one of image and url");
        }
        if (image.isTextual() && image.textValue().length() > SERVICE_BYTES) {
            throw new Refusal(400, "AIS.0103", "The image size does not meet the requirements");
        }
        SeenImage seen = SeenImage
                .of(image.isTextual() ? decoded(image.textValue()) : fetcher.fetch(url.textValue()));
        if (Math.min(seen.width(), seen.height()) < shortestSide || Math.max(seen.width(), seen.height()) > longestSide) {
            throw new Refusal(400, "AIS.0103", "The image size does not meet the requirements");
        }
        return seen;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "AIS.0102", "The image format is not supported");
        }
    }
}
