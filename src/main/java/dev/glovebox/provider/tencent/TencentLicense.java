package dev.glovebox.provider.tencent;

import static dev.glovebox.provider.tencent.TencentFields.BACK_MEMBERS;
import static dev.glovebox.provider.tencent.TencentFields.FRONT_MEMBERS;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.document.Document;
import dev.glovebox.document.LicenseField;
import dev.glovebox.document.LicensePages;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.document.Reading;
import dev.glovebox.document.VehicleLicenseDocument;
import dev.glovebox.document.Warning;
import dev.glovebox.document.WarningCode;
import dev.glovebox.provider.Members;

/** Maps the {@code Response} of Tencent's licence operation to a neutral document. */
final class TencentLicense {

    private static final String FRONT = "FrontInfo";
    private static final String BACK = "BackInfo";

    private TencentLicense() {
    }

    /**
     * Returns the document of an answer without an error.
     *
     * @return empty if the response is not one of this operation
     */
    static Optional<NormalizedDocument<? extends Document>> document(ReadOptions options, JsonNode response) {
        return hasPages(response) ? Optional.of(license(options, response)) : Optional.empty();
    }

    /** A page is null if it was not requested or not found. */
    private static boolean hasPages(JsonNode response) {
        return (response.has(FRONT) || response.has(BACK)) && !FRONT_MEMBERS.areAllMissingIn(response.path(FRONT))
                && !BACK_MEMBERS.areAllMissingIn(response.path(BACK));
    }

    private static NormalizedDocument<VehicleLicenseDocument> license(ReadOptions options, JsonNode response) {
        JsonNode frontInfo = response.path(FRONT);
        JsonNode backInfo = response.path(BACK);
        Map<LicenseField, Reading> front = options.side() == LicenseSide.BACK ? null : front(options, frontInfo, backInfo);
        Map<LicenseField, Reading> back = options.side() == LicenseSide.FRONT ? null
                : readings(backInfo, TencentFields.BACK_FIELDS);
        NormalizedDocument<VehicleLicenseDocument> license = VehicleLicenseDocument
                .of(new LicensePages(TencentFields.KINDS.get(response.path("VehicleLicenseType").asText()), front, back,
                        readings(frontInfo, TencentFields.ELECTRONIC_FIELDS)));
        for (JsonNode code : response.path("RecognizeWarnCode")) {
            if (code.asInt() != 0) {
                license = license.with(warning(code.asInt()));
            }
        }
        return FRONT_MEMBERS.mayBeRenamedIn(frontInfo) || BACK_MEMBERS.mayBeRenamedIn(backInfo)
                ? license.with(Warning.of(WarningCode.PROVIDER_MEMBERS))
                : license;
    }

    private static Map<LicenseField, Reading> front(ReadOptions options, JsonNode frontInfo, JsonNode backInfo) {
        Map<LicenseField, Reading> front = readings(frontInfo, TencentFields.FRONT_FIELDS);
        if (!front.isEmpty()) {
            readings(backInfo, TencentFields.ELECTRONIC_FRONT_FIELDS).forEach((field, reading) -> front.merge(field, reading,
                    (paper, electronic) -> paper.isEmpty() ? electronic : paper));
        }
        if (!options.issuingAuthority()) {
            front.remove(LicenseField.ISSUING_AUTHORITY);
        }
        return front;
    }

    private static Warning warning(int code) {
        WarningCode known = TencentFields.WARNINGS.get(code);
        return known != null ? Warning.of(known)
                : new Warning(WarningCode.PROVIDER_WARNING, "The provider warns with code " + code, null);
    }

    private static Map<LicenseField, Reading> readings(JsonNode page, Map<LicenseField, String> names) {
        Map<LicenseField, Reading> readings = new EnumMap<>(LicenseField.class);
        names.forEach((field, name) -> {
            String text = Members.text(page, name);
            if (text != null) {
                readings.put(field, Reading.of(text));
            }
        });
        return readings;
    }
}
