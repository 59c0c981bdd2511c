package dev.glovebox.provider.huawei;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.Box;
import dev.glovebox.document.Document;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicensePlateDocument;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.document.PlateReading;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.document.Reading;
import dev.glovebox.document.VinDocument;
import dev.glovebox.document.Warning;
import dev.glovebox.document.WarningCode;
import dev.glovebox.provider.Members;

/** Maps the {@code result} of Huawei's answers to neutral documents. Unknown members are ignored. */
final class HuaweiDocuments {

    private HuaweiDocuments() {
    }

    /**
     * Returns the document of an answer without an error.
     *
     * @param result the answer's {@code result}
     * @return empty if the result is not one of this operation
     */
    static Optional<NormalizedDocument<? extends Document>> document(DocumentType type, ReadOptions options, JsonNode result) {
        return switch (type) {
            case VIN ->
                result.has("vin") ? Optional.of(VinDocument.of(Reading.of(Members.text(result, "vin")))) : Optional.empty();
            case LICENSE_PLATE ->
                result.isArray() && Members.allHave(result, "plate_number") ? Optional.of(plateDocument(result))
                        : Optional.empty();
            case VEHICLE_LICENSE -> HuaweiLicense.document(options.side(), result);
        };
    }

    private static NormalizedDocument<LicensePlateDocument> plateDocument(JsonNode result) {
        NormalizedDocument<LicensePlateDocument> plates = LicensePlateDocument.of(plates(result));
        return HuaweiFields.PLATE_MEMBERS.mayBeRenamedInAny(result)
                ? plates.with(Warning.of(WarningCode.PROVIDER_MEMBERS))
                : plates;
    }

    private static List<PlateReading> plates(JsonNode result) {
        List<PlateReading> plates = new ArrayList<>();
        for (JsonNode plate : result) {
            JsonNode confidence = plate.path("confidence");
            Reading number = new Reading(Members.text(plate, "plate_number"),
                    confidence.isNumber() ? confidence.doubleValue() : null, box(plate.path("plate_location")));
            plates.add(PlateReading.of(number, Members.text(plate, "plate_color"), HuaweiFields.COLORS));
        }
        return plates;
    }

    /** Returns the box of four corners; null if the location is not one. */
    static Box box(JsonNode location) {
        List<List<Integer>> corners = new ArrayList<>();
        for (JsonNode corner : location) {
            List<Integer> coordinates = new ArrayList<>();
            corner.forEach(number -> coordinates.add(number.isNumber() ? number.intValue() : null));
            corners.add(coordinates);
        }
        return Box.ofCorners(corners);
    }
}
