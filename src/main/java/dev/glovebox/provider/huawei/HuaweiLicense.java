package dev.glovebox.provider.huawei;

import static dev.glovebox.provider.huawei.HuaweiFields.BACK_FIELDS;
import static dev.glovebox.provider.huawei.HuaweiFields.BACK_MEMBERS;
import static dev.glovebox.provider.huawei.HuaweiFields.FRONT_FIELDS;
import static dev.glovebox.provider.huawei.HuaweiFields.FRONT_MEMBERS;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.glovebox.document.Document;
import dev.glovebox.document.LicenseField;
import dev.glovebox.document.LicensePages;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.document.Reading;
import dev.glovebox.document.VehicleLicenseDocument;
import dev.glovebox.document.Warning;
import dev.glovebox.document.WarningCode;
import dev.glovebox.provider.Members;

/**
 * Maps the {@code result} of Huawei's licence operation to a neutral document. A flat result has the members of one page. A
 * result for both pages has them in {@code front} and {@code back}, but is flat too in older deployments.
 */
final class HuaweiLicense {

    private HuaweiLicense() {
    }

    /**
     * Returns the document of an answer without an error.
     *
     * @param side the requested side
     * @return empty if the result is not one of this operation
     */
    static Optional<NormalizedDocument<? extends Document>> document(LicenseSide side, JsonNode result) {
        if (!result.isObject()
                || isFlat(result) && FRONT_MEMBERS.areAllMissingIn(result) && BACK_MEMBERS.areAllMissingIn(result)) {
            return Optional.empty();
        }
        return Optional.of(license(side, result));
    }

    private static boolean isFlat(JsonNode result) {
        return !result.has("front") && !result.has("back");
    }

    private static NormalizedDocument<VehicleLicenseDocument> license(LicenseSide side, JsonNode result) {
        JsonNode front = front(side, result);
        JsonNode back = back(side, result);
        Map<LicenseField, Reading> backReadings = readings(back, BACK_FIELDS);
        if (back.isObject()) {
            backReadings.putAll(readings(result, HuaweiFields.BACK_FIELDS_BESIDE_PAGES));
        }
        Map<LicenseField, Reading> electronic = readings(result, HuaweiFields.ELECTRONIC_FIELDS);
        Reading status = status(result.path(HuaweiFields.STATUS));
        if (!status.isEmpty()) {
            electronic.put(LicenseField.STATUS, status);
        }
        NormalizedDocument<VehicleLicenseDocument> license = VehicleLicenseDocument.of(new LicensePages(
                HuaweiFields.KINDS.get(result.path("type").asText()), readings(front, FRONT_FIELDS), backReadings, electronic));
        return FRONT_MEMBERS.mayBeRenamedIn(front) || BACK_MEMBERS.mayBeRenamedIn(back)
                ? license.with(Warning.of(WarningCode.PROVIDER_MEMBERS))
                : license;
    }

    private static JsonNode front(LicenseSide side, JsonNode result) {
        if (side == LicenseSide.BACK) {
            return MissingNode.getInstance();
        }
        return isFlat(result) ? result : result.path("front");
    }

    private static JsonNode back(LicenseSide side, JsonNode result) {
        if (side == LicenseSide.FRONT) {
            return MissingNode.getInstance();
        }
        return isFlat(result) && (side == LicenseSide.BACK || hasBackText(result)) ? result : result.path("back");
    }

    /** Both pages have the plate number, so that it does not count as a text of the back. */
    private static boolean hasBackText(JsonNode flat) {
        return BACK_FIELDS.entrySet().stream().anyMatch(field -> field.getKey() != LicenseField.PLATE_NUMBER
                && !Reading.of(Members.text(flat, field.getValue())).isEmpty());
    }

    private static Reading status(JsonNode list) {
        return Reading.of(StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.joining("、")));
    }

    private static Map<LicenseField, Reading> readings(JsonNode page, Map<LicenseField, String> names) {
        Map<LicenseField, Reading> readings = new EnumMap<>(LicenseField.class);
        names.forEach((field, name) -> {
            String text = Members.text(page, name);
            if (text != null) {
                readings.put(field, new Reading(text, null, HuaweiDocuments.box(page.path("text_location").path(name))));
            }
        });
        return readings;
    }
}
