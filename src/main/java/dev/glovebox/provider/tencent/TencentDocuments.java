package dev.glovebox.provider.tencent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.Box;
import dev.glovebox.document.Confidence;
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

/** Maps the {@code Response} of Tencent's answers to neutral documents. Unknown members are ignored. */
final class TencentDocuments {

    private TencentDocuments() {
    }

    /**
     * Returns the document of an answer without an error.
     *
     * @param response the answer's {@code Response}
     * @return empty if the response is not one of this operation
     */
    static Optional<NormalizedDocument<? extends Document>> document(DocumentType type, ReadOptions options,
            JsonNode response) {
        return switch (type) {
            case VIN ->
                response.has("Vin") ? Optional.of(VinDocument.of(Reading.of(Members.text(response, "Vin")))) : Optional.empty();
            case LICENSE_PLATE -> hasPlates(response) ? Optional.of(plateDocument(response)) : Optional.empty();
            case VEHICLE_LICENSE -> TencentLicense.document(options, response);
        };
    }

    private static boolean hasPlates(JsonNode response) {
        JsonNode all = response.path("LicensePlateInfos");
        return (response.has("Number") || all.isArray()) && Members.allHave(all, "Number");
    }

    private static NormalizedDocument<LicensePlateDocument> plateDocument(JsonNode response) {
        NormalizedDocument<LicensePlateDocument> plates = LicensePlateDocument.of(plates(response));
        JsonNode all = response.path("LicensePlateInfos");
        boolean renamed = all.isEmpty() ? TencentFields.PLATE_MEMBERS.mayBeRenamedIn(response)
                : TencentFields.PLATE_MEMBERS.mayBeRenamedInAny(all);
        return renamed ? plates.with(Warning.of(WarningCode.PROVIDER_MEMBERS)) : plates;
    }

    /** The list contains all plates, including the main one. Older answers contain the main one only. */
    private static List<PlateReading> plates(JsonNode response) {
        JsonNode all = response.path("LicensePlateInfos");
        if (all.isEmpty()) {
            return List.of(plate(response));
        }
        List<PlateReading> plates = new ArrayList<>();
        all.forEach(plate -> plates.add(plate(plate)));
        return plates;
    }

    private static PlateReading plate(JsonNode plate) {
        JsonNode percent = plate.path("Confidence");
        Reading number = new Reading(Members.text(plate, "Number"),
                percent.isNumber() ? Confidence.ofPercent(percent.doubleValue()) : null, box(plate.path("Rect")));
        return PlateReading.of(number, Members.text(plate, "Color"), TencentFields.COLORS);
    }

    private static Box box(JsonNode rectangle) {
        return Box.ofRectangle(Members.integer(rectangle, "X"), Members.integer(rectangle, "Y"),
                Members.integer(rectangle, "Width"), Members.integer(rectangle, "Height"));
    }
}
