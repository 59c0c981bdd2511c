package dev.glovebox.provider.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glovebox.document.Document;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicensePlateDocument;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.NormalizedDocument;
import dev.glovebox.document.PlateColor;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.document.VehicleLicenseDocument;
import dev.glovebox.document.Warning;
import dev.glovebox.document.WarningCode;
import dev.glovebox.testing.Golden;

class HuaweiDocumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({ "vin, VIN, BOTH", "license-plate, LICENSE_PLATE, BOTH", "vehicle-license-front, VEHICLE_LICENSE, FRONT",
            "vehicle-license-back, VEHICLE_LICENSE, BACK", "vehicle-license-both, VEHICLE_LICENSE, BOTH" })
    void shouldMakeTheGoldenDocumentOfEveryPublishedAnswer(String name, DocumentType type, LicenseSide side)
            throws IOException {
        assertThat(Golden.json(document(name, type, side))).isEqualTo(Golden.document("huawei", name));
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeAFlatPageForTheSideThatItIs(LicenseSide side) throws IOException {
        VehicleLicenseDocument front = (VehicleLicenseDocument) document("vehicle-license-front", DocumentType.VEHICLE_LICENSE,
                side)
                .document();

        assertThat(front.front() != null).isEqualTo(side != LicenseSide.BACK);
        assertThat(front.back() != null).as("a plate's number alone makes a page only where it was asked for")
                .isEqualTo(side == LicenseSide.BACK);
    }

    @Test
    void shouldKnowNoOtherColours() throws IOException {
        JsonNode result = JSON.readTree("[{\"plate_number\": \"京AF0236\", \"plate_color\": \"pink\"}]");

        LicensePlateDocument document = (LicensePlateDocument) HuaweiDocuments
                .document(DocumentType.LICENSE_PLATE, new ReadOptions(LicenseSide.BOTH, true), result).orElseThrow().document();

        assertThat(document.plates().get(0).color().value()).isEqualTo(PlateColor.OTHER);
        assertThat(document.plates().get(0).color().text()).isEqualTo("pink");
        assertThat(document.plates().get(0).number().confidence()).as("absent is null, not 0").isNull();
    }

    @Test
    void shouldReportNotFoundForAnEmptyAnswer() throws IOException {
        assertThat(document(DocumentType.LICENSE_PLATE, "[]").orElseThrow().warnings())
                .containsExactly(Warning.of(WarningCode.NOTHING_FOUND));
        assertThat(document(DocumentType.VEHICLE_LICENSE, "{}").orElseThrow().warnings())
                .containsExactly(Warning.of(WarningCode.NOTHING_FOUND));
        assertThat(document(DocumentType.VIN, "{\"vin\": \"\"}").orElseThrow().warnings())
                .containsExactly(Warning.of(WarningCode.NOTHING_FOUND));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "VIN | {\"vin_code\": \"LBV2B25G2E5069977\"}", "VIN | {}", "VIN | []",
            "LICENSE_PLATE | [{\"number\": \"京AF0236\"}]", "LICENSE_PLATE | {}",
            "LICENSE_PLATE | [{\"plate_number\": \"京AF0236\"}, {\"number\": \"京AF0236\"}]",
            "VEHICLE_LICENSE | {\"plate\": \"京AF0236\", \"owner\": \"某某\"}", "VEHICLE_LICENSE | []" })
    void shouldTakeNoOtherAnswerForADocument(DocumentType type, String result) throws IOException {
        assertThat(document(type, result)).isEmpty();
    }

    @Test
    void shouldSayThatAMemberMayHaveBeenRenamed() throws IOException {
        ObjectNode front = (ObjectNode) Golden.answer("huawei", "vehicle-license-front").get("result");
        assertThat(read(LicenseSide.FRONT, front).warnings()).isEmpty();

        front.put("newcomer", "x");
        assertThat(read(LicenseSide.FRONT, front).warnings()).as("a member more").isEmpty();

        front.set("owner", front.remove("name"));
        assertThat(read(LicenseSide.FRONT, front).warnings()).as("one that was always there is not")
                .containsExactly(Warning.of(WarningCode.PROVIDER_MEMBERS));
        assertThat(((VehicleLicenseDocument) read(LicenseSide.FRONT, front).document()).front().owner().value()).isNull();
    }

    @Test
    void shouldSayThatAPlatesMemberMayHaveBeenRenamed() throws IOException {
        assertThat(document(DocumentType.LICENSE_PLATE, "[{\"plate_number\": \"京AF0236\", \"color\": \"blue\"}]")
                .orElseThrow().warnings()).containsExactly(Warning.of(WarningCode.PROVIDER_MEMBERS));
        assertThat(document(DocumentType.LICENSE_PLATE, "[{\"plate_number\": \"京AF0236\"}]").orElseThrow().warnings())
                .isEmpty();
    }

    private static NormalizedDocument<? extends Document> read(LicenseSide side, JsonNode result) {
        return HuaweiDocuments.document(DocumentType.VEHICLE_LICENSE, new ReadOptions(side, true), result).orElseThrow();
    }

    private static Optional<NormalizedDocument<? extends Document>> document(DocumentType type, String result)
            throws IOException {
        return HuaweiDocuments.document(type, new ReadOptions(LicenseSide.BOTH, true), JSON.readTree(result));
    }

    private static NormalizedDocument<? extends Document> document(String name, DocumentType type, LicenseSide side)
            throws IOException {
        return HuaweiDocuments.document(type, new ReadOptions(side, true), Golden.answer("huawei", name).get("result"))
                .orElseThrow();
    }
}
