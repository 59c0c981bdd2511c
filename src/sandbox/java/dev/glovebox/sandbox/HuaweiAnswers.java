package dev.glovebox.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads images and answers in the shapes of Huawei's OCR service. */
final class HuaweiAnswers {

    private HuaweiAnswers() {
    }

    static Map<String, Object> vin(ImageFile image) throws IOException {
        return Map.of("vin",
                VinFinder.find(Ocr.read(image)).map(VinFinder::characters).orElseThrow(HuaweiRefusals::poorQuality));
    }

    static List<Map<String, Object>> plates(ImageFile image) throws IOException {
        List<Map<String, Object>> plates = new ArrayList<>();
        for (PlateFinder.Plate found : PlateFinder.find(Ocr.read(image), image)) {
            Map<String, Object> plate = new LinkedHashMap<>();
            plate.put("plate_number", found.number());
            plate.put("plate_color", found.color());
            plate.put("plate_location", found.line().corners());
            plate.put("confidence", Math.round(found.line().confidence() * 10_000) / 10_000.0);
            plates.add(plate);
        }
        if (plates.isEmpty()) {
            throw HuaweiRefusals.poorQuality();
        }
        return plates;
    }

    /** One page is the answer itself. Two pages are its members {@code front} and {@code back}. */
    static Map<String, Object> license(ImageFile image, HuaweiLicenseOptions options) throws IOException {
        List<TextLine> lines = Ocr.read(image);
        Map<String, Object> front = options.wantsFront()
                ? LicenseFinder.front(lines, image, options.returnAuthority()).map(page -> page(page, options)).orElse(null)
                : null;
        Map<String, Object> back = options.wantsBack()
                ? LicenseFinder.back(lines).map(page -> page(page, options)).orElse(null)
                : null;
        if (front == null && back == null) {
            throw HuaweiRefusals.poorQuality();
        }
        if (!options.isBothSides()) {
            return front != null ? front : back;
        }
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("type", "normal");
        both.put("front", front == null ? Map.of() : front);
        both.put("back", back == null ? Map.of() : back);
        return both;
    }

    private static Map<String, Object> page(LicenseFinder.Page page, HuaweiLicenseOptions options) {
        Map<String, Object> members = new LinkedHashMap<>(page.values());
        if (options.returnLocation()) {
            members.put("text_location", page.corners());
        }
        return members;
    }
}
