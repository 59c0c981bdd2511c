package dev.glovebox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The true contents of the test images. Compares documents with them. */
public final class LicenseTruth {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The fields of a document by the names of Huawei, which the files {@code truth.json} use. */
    private static final Map<String, String> FRONT = Map.ofEntries(Map.entry("number", "plateNumber"),
            Map.entry("vehicle_type", "vehicleType"), Map.entry("name", "owner"), Map.entry("address", "address"),
            Map.entry("use_character", "useCharacter"), Map.entry("model", "model"), Map.entry("vin", "vin"),
            Map.entry("engine_no", "engineNumber"), Map.entry("register_date", "registerDate"),
            Map.entry("issue_date", "issueDate"), Map.entry("issuing_authority", "issuingAuthority"));
    private static final Map<String, String> BACK = Map.ofEntries(Map.entry("number", "plateNumber"),
            Map.entry("file_no", "fileNumber"), Map.entry("approved_passengers", "approvedPassengers"),
            Map.entry("gross_mass", "grossMassKg"), Map.entry("unladen_mass", "unladenMassKg"),
            Map.entry("approved_load", "approvedLoadKg"), Map.entry("traction_mass", "tractionMassKg"),
            Map.entry("dimension", "dimensions"), Map.entry("remarks", "remarks"),
            Map.entry("inspection_record", "inspectionRecord"), Map.entry("code_number", "barcodeNumber"));

    private LicenseTruth() {
    }

    /** Returns the contents of every image in a folder of the test resources, by file name. */
    public static Map<String, JsonNode> of(String folder) {
        try {
            Map<String, JsonNode> truth = new LinkedHashMap<>();
            JSON.readTree(Images.file(folder + "truth.json")).properties()
                    .forEach(image -> truth.put(image.getKey(), image.getValue()));
            return truth;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of fields on the page. */
    public static int fields(JsonNode truth) {
        return names(truth).size();
    }

    /** Returns the wrong fields of a document, each with its expected and its actual value. */
    public static List<String> differences(JsonNode truth, JsonNode document) {
        JsonNode page = document.path(truth.path("side").asText());
        List<String> differences = new ArrayList<>();
        names(truth).forEach((wire, neutral) -> {
            String expected = expected(wire, truth.path(wire).asText());
            JsonNode value = page.path(neutral).path("value");
            String actual = value.isObject()
                    ? value.path("lengthMm").asText() + "×" + value.path("widthMm").asText() + "×"
                            + value.path("heightMm").asText()
                    : value.isNull() || value.isMissingNode() ? "" : value.asText();
            if (!expected.equals(actual)) {
                differences.add(neutral + ": " + expected + " was read as " + actual);
            }
        });
        return differences;
    }

    private static Map<String, String> names(JsonNode truth) {
        return truth.path("side").asText().equals("front") ? FRONT : BACK;
    }

    private static String expected(String wire, String text) {
        if (text.equals("--")) {
            return "";
        }
        return switch (wire) {
            case "gross_mass", "unladen_mass", "approved_load", "traction_mass" -> text.replace("kg", "");
            case "approved_passengers" -> text.replace("人", "");
            case "dimension" -> text.replace("mm", "");
            case "code_number" -> text.replace("*", "");
            default -> text;
        };
    }
}
