package dev.glovebox.sandbox;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Cloud API 3.0: {@code POST /} with the operation in {@code X-TC-Action}; always status 200, errors too. */
final class TencentEndpoint implements HttpHandler {

    private static final Logger LOG = Logger.getLogger(TencentEndpoint.class);
    private static final Set<String> ACTIONS = Set.of("VinOCR", "LicensePlateOCR", "VehicleLicenseOCR");
    private static final String VERSION = "2018-11-19";
    private static final int BODY_BYTES = 10 * 1024 * 1024;
    private static final int BASE64_BYTES = 7 * 1024 * 1024;
    private static final int CALLS_A_SECOND = 10;
    private static final Map<String, String> COLORS = Map.of("blue", "蓝", "green", "绿", "yellow", "黄", "yellow_green", "黄绿",
            "white", "白", "black", "黑");
    /** By the names that the finder has for them. */
    private static final Map<String, String> FRONT = Map.of("number", "PlateNo", "vehicle_type", "VehicleType", "name", "Owner",
            "address", "Address", "use_character", "UseCharacter", "model", "Model", "vin", "Vin", "engine_no", "EngineNo",
            "register_date", "RegisterDate", "issue_date", "IssueDate");
    private static final Map<String, String> BACK = Map.ofEntries(Map.entry("number", "PlateNo"),
            Map.entry("file_no", "FileNo"), Map.entry("approved_passengers", "AllowNum"), Map.entry("gross_mass", "TotalMass"),
            Map.entry("unladen_mass", "CurbWeight"), Map.entry("approved_load", "LoadQuality"),
            Map.entry("dimension", "ExternalSize"), Map.entry("traction_mass", "TotalQuasiMass"), Map.entry("remarks", "Marks"),
            Map.entry("inspection_record", "Record"), Map.entry("code_number", "SubPageCode"));

    private final TencentSignatureCheck signatures;
    private final InstantSource clock;
    private final SandboxCalls calls;
    private final ImageFetcher fetcher = new ImageFetcher(BASE64_BYTES);
    private final Map<String, Integer> callsInSecond = new HashMap<>();
    private long second;

    TencentEndpoint(SandboxAccount.Tencent account, InstantSource clock, SandboxCalls calls) {
        this.signatures = new TencentSignatureCheck(account, clock);
        this.clock = clock;
        this.calls = calls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String action = exchange.getRequestHeaders().getFirst("X-TC-Action");
        if (action == null || !exchange.getRequestURI().getPath().equals("/")) {
            Answer.error(404, "APIG.0101", "The API does not exist").send(exchange);
            return;
        }
        Map<String, Object> response;
        try {
            response = new LinkedHashMap<>(recognize(exchange, action));
        } catch (Refusal refusal) {
            refusal.answer().send(exchange);
            return;
        } catch (ImageProblem problem) {
            refusal(switch (problem.kind()) {
                case BAD_URL, NOT_FETCHED -> "FailedOperation.DownLoadError";
                case NOT_AN_IMAGE, BROKEN -> "FailedOperation.ImageDecodeFailed";
            }).answer().send(exchange);
            return;
        } catch (RuntimeException | IOException | LinkageError e) {
            LOG.error("The sandbox failed", e);
            refusal("InternalError").answer().send(exchange);
            return;
        }
        response.put("RequestId", requestId());
        Answer.ok(Map.of("Response", response)).send(exchange);
    }

    static Refusal refusal(String code) {
        return new Refusal(Answer.ok(Map.of("Response",
                Map.of("Error", Map.of("Code", code, "Message", "Refused by the sandbox"), "RequestId", requestId()))));
    }

    private static String requestId() {
        return UUID.randomUUID().toString();
    }

    private Map<String, Object> recognize(HttpExchange exchange, String action) throws IOException {
        calls.count(action);
        byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES + 1);
        if (body.length > BODY_BYTES) {
            throw refusal("RequestSizeLimitExceeded");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            throw refusal("UnsupportedOperation");
        }
        signatures.check(exchange.getRequestHeaders(), body);
        if (!VERSION.equals(exchange.getRequestHeaders().getFirst("X-TC-Version"))) {
            throw refusal("NoSuchVersion");
        }
        if (!ACTIONS.contains(action)) {
            throw refusal("InvalidAction");
        }
        checkRate(action);
        JsonNode request = parse(body);
        return switch (action) {
            case "VinOCR" -> vin(image(request, Set.of("jpeg", "png")));
            case "LicensePlateOCR" -> plates(image(request, Set.of("jpeg", "png")));
            default -> license(request);
        };
    }

    private synchronized void checkRate(String action) {
        long now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            callsInSecond.clear();
        }
        if (callsInSecond.merge(action, 1, Integer::sum) > CALLS_A_SECOND) {
            throw refusal("RequestLimitExceeded");
        }
    }

    private static JsonNode parse(byte[] body) {
        return Answer.object(body).orElseThrow(() -> refusal("InvalidRequest"));
    }

    /** The URL's where both are given. */
    private SeenImage image(JsonNode request, Set<String> formats) throws IOException {
        JsonNode url = request.path("ImageUrl");
        JsonNode image = request.path("ImageBase64");
        if (url.isMissingNode() && image.isMissingNode()) {
            throw refusal("MissingParameter");
        }
        if (!(url.isMissingNode() ? image : url).isTextual()) {
            throw refusal("InvalidParameter");
        }
        SeenImage seen = SeenImage.of(url.isMissingNode() ? decoded(image.textValue()) : fetcher.fetch(url.textValue()));
        if (!formats.contains(seen.format())) {
            throw refusal("FailedOperation.UnKnowFileTypeError");
        }
        return seen;
    }

    private static byte[] decoded(String base64) {
        if (base64.length() > BASE64_BYTES) {
            throw refusal("LimitExceeded.TooLargeFileError");
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw refusal("FailedOperation.ImageDecodeFailed");
        }
    }

    private static Map<String, Object> vin(SeenImage image) throws IOException {
        List<TextLine> lines = Ocr.read(image);
        return Map.of("Vin", VinFinder.find(lines).map(VinFinder::characters)
                .orElseThrow(() -> refusal(lines.isEmpty() ? "FailedOperation.EmptyImageError" : "FailedOperation.OcrFailed")));
    }

    private static Map<String, Object> plates(SeenImage image) throws IOException {
        List<Map<String, Object>> plates = new ArrayList<>();
        for (PlateFinder.SeenPlate seen : PlateFinder.find(Ocr.read(image), image)) {
            Map<String, Object> plate = new LinkedHashMap<>();
            plate.put("Number", seen.number());
            plate.put("Confidence", Math.round(seen.line().confidence() * 100));
            plate.put("Rect", rect(seen.line(), "X", "Y", "Width", "Height"));
            plate.put("Color", COLORS.get(seen.color()));
            plates.add(plate);
        }
        if (plates.isEmpty()) {
            throw refusal("FailedOperation.ImageNoSpecifiedCard");
        }
        Map<String, Object> response = new LinkedHashMap<>(plates.get(0));
        plates.forEach(plate -> plate.put("LicensePlateCategory", "实体车牌"));
        response.put("LicensePlateInfos", plates);
        return response;
    }

    static Map<String, Integer> rect(TextLine line, String x, String y, String width, String height) {
        Map<String, Integer> rect = new LinkedHashMap<>();
        rect.put(x, line.left());
        rect.put(y, line.top());
        rect.put(width, line.right() - line.left());
        rect.put(height, line.bottom() - line.top());
        return rect;
    }

    private Map<String, Object> license(JsonNode request) throws IOException {
        String side = request.path("CardSide").asText("FRONT");
        if (!Set.of("FRONT", "BACK", "DOUBLE").contains(side)) {
            throw refusal("InvalidParameterValue.InvalidParameterValueLimit");
        }
        SeenImage image = image(request, Set.of("jpeg", "png", "bmp"));
        List<TextLine> lines = Ocr.read(image);
        Optional<LicenseFinder.Page> front = side.equals("BACK") ? Optional.empty() : LicenseFinder.front(lines, image, true);
        Optional<LicenseFinder.Page> back = side.equals("FRONT") ? Optional.empty() : LicenseFinder.back(lines);
        if (front.isEmpty() && back.isEmpty()) {
            throw refusal("FailedOperation.NoVehicleLicenseError");
        }
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("FrontInfo", front.map(page -> page(page, FRONT, "Seal")).orElse(null));
        response.put("BackInfo", back.map(page -> page(page, BACK, null)).orElse(null));
        response.put("TractorBackInfo", null);
        response.put("RecognizeWarnCode", List.of());
        response.put("RecognizeWarnMsg", List.of());
        response.put("VehicleLicenseType", "Normal");
        return response;
    }

    /** A value that is not there is written as the service does: {@code --} for quantities, empty for the rest. */
    private static Map<String, Object> page(LicenseFinder.Page page, Map<String, String> names, String seal) {
        Map<String, Object> members = new LinkedHashMap<>();
        page.values().forEach((name, text) -> {
            String member = name.equals("issuing_authority") ? seal : names.get(name);
            members.put(member, text.isEmpty() && (member.endsWith("Mass") || member.equals("LoadQuality")) ? "--" : text);
        });
        return members;
    }
}
