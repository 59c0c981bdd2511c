package dev.glovebox.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads images and answers in the shapes of Tencent's Cloud API. */
final class TencentAnswers {

    private static final Map<String, String> COLORS = Map.of("blue", "蓝", "green", "绿", "yellow", "黄", "yellow_green", "黄绿",
            "white", "白", "black", "黑");
    /** Members of the main page by the names of {@link LicenseFinder}. */
    private static final Map<String, String> FRONT = Map.ofEntries(Map.entry("number", "PlateNo"),
            Map.entry("vehicle_type", "VehicleType"), Map.entry("name", "Owner"), Map.entry("address", "Address"),
            Map.entry("use_character", "UseCharacter"), Map.entry("model", "Model"), Map.entry("vin", "Vin"),
            Map.entry("engine_no", "EngineNo"), Map.entry("register_date", "RegisterDate"),
            Map.entry("issue_date", "IssueDate"), Map.entry("issuing_authority", "Seal"));
    private static final Map<String, String> BACK = Map.ofEntries(Map.entry("number", "PlateNo"),
            Map.entry("file_no", "FileNo"), Map.entry("approved_passengers", "AllowNum"), Map.entry("gross_mass", "TotalMass"),
            Map.entry("unladen_mass", "CurbWeight"), Map.entry("approved_load", "LoadQuality"),
            Map.entry("dimension", "ExternalSize"), Map.entry("traction_mass", "TotalQuasiMass"), Map.entry("remarks", "Marks"),
            Map.entry("inspection_record", "Record"), Map.entry("code_number", "SubPageCode"));

    private TencentAnswers() {
    }

    static Map<String, Object> vin(ImageFile image) throws IOException {
        List<TextLine> lines = Ocr.read(image);
        return Map.of("Vin", VinFinder.find(lines).map(VinFinder::characters).orElseThrow(() -> TencentRefusals
                .of(lines.isEmpty() ? "FailedOperation.EmptyImageError" : "FailedOperation.OcrFailed")));
    }

    static Map<String, Object> plates(ImageFile image) throws IOException {
        List<Map<String, Object>> plates = new ArrayList<>();
        for (PlateFinder.Plate found : PlateFinder.find(Ocr.read(image), image)) {
            Map<String, Object> plate = new LinkedHashMap<>();
            plate.put("Number", found.number());
            plate.put("Confidence", Math.round(found.line().confidence() * 100));
            plate.put("Rect", rect(found.line(), "X", "Y", "Width", "Height"));
            plate.put("Color", COLORS.get(found.color()));
            plates.add(plate);
        }
        if (plates.isEmpty()) {
            throw TencentRefusals.of("FailedOperation.ImageNoSpecifiedCard");
        }
        Map<String, Object> response = new LinkedHashMap<>(plates.get(0));
        plates.forEach(plate -> plate.put("LicensePlateCategory", "实体车牌"));
        response.put("LicensePlateInfos", plates);
        return response;
    }

    /** Returns the upright rectangle around a line. The members' names differ between Tencent's services. */
    static Map<String, Integer> rect(TextLine line, String x, String y, String width, String height) {
        Map<String, Integer> rect = new LinkedHashMap<>();
        rect.put(x, line.left());
        rect.put(y, line.top());
        rect.put(width, line.right() - line.left());
        rect.put(height, line.bottom() - line.top());
        return rect;
    }

    /** @param side FRONT, BACK or DOUBLE */
    static Map<String, Object> license(ImageFile image, String side) throws IOException {
        List<TextLine> lines = Ocr.read(image);
        Optional<LicenseFinder.Page> front = side.equals("BACK") ? Optional.empty() : LicenseFinder.front(lines, image, true);
        Optional<LicenseFinder.Page> back = side.equals("FRONT") ? Optional.empty() : LicenseFinder.back(lines);
        if (front.isEmpty() && back.isEmpty()) {
            throw TencentRefusals.of("FailedOperation.NoVehicleLicenseError");
        }
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("FrontInfo", front.map(page -> page(page, FRONT)).orElse(null));
        response.put("BackInfo", back.map(page -> page(page, BACK)).orElse(null));
        response.put("TractorBackInfo", null);
        response.put("RecognizeWarnCode", List.of());
        response.put("RecognizeWarnMsg", List.of());
        response.put("VehicleLicenseType", "Normal");
        return response;
    }

    /** Writes a missing quantity as {@code --} and any other missing value as an empty text, like the service. */
    private static Map<String, Object> page(LicenseFinder.Page page, Map<String, String> names) {
        Map<String, Object> members = new LinkedHashMap<>();
        page.values().forEach((name, text) -> {
            String member = names.get(name);
            members.put(member, text.isEmpty() && (member.endsWith("Mass") || member.equals("LoadQuality")) ? "--" : text);
        });
        return members;
    }
}
