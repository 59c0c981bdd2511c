package dev.glovebox.provider.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

class TencentDocumentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({ "vin, VIN, BOTH", "license-plate, LICENSE_PLATE, BOTH", "vehicle-license-front, VEHICLE_LICENSE, FRONT",
            "vehicle-license-back, VEHICLE_LICENSE, BACK", "vehicle-license-both, VEHICLE_LICENSE, BOTH" })
    void shouldMakeTheGoldenDocumentOfEveryPublishedAnswer(String name, DocumentType type, LicenseSide side) {
        assertThat(Golden.json(document(type, side, Golden.answer("tencent", name).path("Response"))))
                .isEqualTo(Golden.document("tencent", name));
    }

    @ParameterizedTest
    @CsvSource({ "蓝, BLUE", "绿, GREEN", "黄, YELLOW", "黄绿, YELLOW_GREEN", "白, WHITE", "黑, BLACK", "临牌, OTHER", "喷漆, OTHER",
            "其它, OTHER", "紫, OTHER" })
    void shouldKnowTheColours(String word, PlateColor color) throws IOException {
        LicensePlateDocument document = (LicensePlateDocument) document(DocumentType.LICENSE_PLATE, LicenseSide.BOTH,
                JSON.readTree("{\"Number\": \"京AF0236\", \"Color\": \"" + word + "\"}")).document();

        assertThat(document.plates().get(0).color().value()).isEqualTo(color);
        assertThat(document.plates().get(0).color().text()).isEqualTo(word);
        assertThat(document.plates().get(0).number().confidence()).as("absent is null, not 0").isNull();
        assertThat(document.plates().get(0).number().box()).isNull();
    }

    @Test
    void shouldTakeAllPlatesFromTheListBestFirst() throws IOException {
        LicensePlateDocument document = (LicensePlateDocument) document(DocumentType.LICENSE_PLATE, LicenseSide.BOTH,
                JSON.readTree("""
                        {"Number": "京AF0236", "Confidence": 80, "LicensePlateInfos": [{"Number": "京AF0236", "Confidence": 80},
                          {"Number": "沪A12345", "Confidence": 97}]}""")).document();

        assertThat(document.plates()).extracting(plate -> plate.number().value()).containsExactly("沪A12345", "京AF0236");
        assertThat(document.plates()).extracting(plate -> plate.number().confidence()).containsExactly(0.97, 0.8);
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "\"\"", "\"-\"", "\"--\"" })
    void shouldReadEveryEmptyMarkerAsAMissingValue(String marker) throws IOException {
        VehicleLicenseDocument document = (VehicleLicenseDocument) document(DocumentType.VEHICLE_LICENSE, LicenseSide.BACK,
                JSON.readTree(
                        "{\"BackInfo\": {\"FileNo\": \"1\", \"LoadQuality\": " + marker + ", \"Marks\": " + marker + "}}"))
                .document();

        assertThat(document.back().approvedLoadKg().value()).isNull();
        assertThat(document.back().remarks().value()).isNull();
        assertThat(document(DocumentType.VIN, LicenseSide.BOTH, JSON.readTree("{\"Vin\": " + marker + "}")).warnings())
                .containsExactly(Warning.of(WarningCode.NOTHING_FOUND));
    }

    @ParameterizedTest
    @CsvSource({ "-9102, photocopy", "-9103, photographed-screen", "-9104, reflection", "-9105, blur",
            "-9106, border-incomplete", "-9199, provider-warning" })
    void shouldWarnAsTheProviderDoes(int code, String warning) throws IOException {
        assertThat(document(DocumentType.VEHICLE_LICENSE, LicenseSide.FRONT,
                JSON.readTree("{\"FrontInfo\": {\"Owner\": \"某某\"}, \"RecognizeWarnCode\": [" + code + "]}")).warnings())
                .extracting(read -> read.code().id()).containsExactly(warning);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "null", "{}", "\"\"" })
    void ignoresInvalidWarningCodes(String code) throws IOException {
        assertThat(document(DocumentType.VEHICLE_LICENSE, LicenseSide.FRONT,
                JSON.readTree("{\"FrontInfo\": {\"Owner\": \"某某\"}, \"RecognizeWarnCode\": [" + code + "]}")).warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"Number\": \"京AF0236\", \"Colour\": \"蓝\"}",
            "{\"LicensePlateInfos\": [{\"Number\": \"京AF0236\", \"Colour\": \"蓝\"}]}" })
    void shouldSayThatAPlatesMemberMayHaveBeenRenamed(String response) throws IOException {
        assertThat(document(DocumentType.LICENSE_PLATE, LicenseSide.BOTH, JSON.readTree(response)).warnings())
                .containsExactly(Warning.of(WarningCode.PROVIDER_MEMBERS));
    }

    @Test
    void leavesOutTheAuthorityIfItIsNotRequested() {
        VehicleLicenseDocument document = (VehicleLicenseDocument) TencentDocuments.document(DocumentType.VEHICLE_LICENSE,
                new ReadOptions(LicenseSide.BOTH, false), Golden.answer("tencent", "vehicle-license-both").path("Response"))
                .orElseThrow().document();

        assertThat(document.front().issuingAuthority().value()).isNull();
        assertThat(document.front().address().value()).isEqualTo("北京市某区某路1号");
    }

    @ParameterizedTest
    @CsvSource({ "VIN", "LICENSE_PLATE", "VEHICLE_LICENSE" })
    void shouldTakeNoOtherAnswerForADocument(DocumentType type) throws IOException {
        JsonNode other = JSON.readTree("{\"RequestId\": \"1\", \"Angle\": 0}");

        assertThat(TencentDocuments.document(type, new ReadOptions(LicenseSide.BOTH, true), other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "LICENSE_PLATE | {\"LicensePlateInfos\": [{\"PlateNumber\": \"京AF0236\"}]}",
            "LICENSE_PLATE | {\"Number\": \"京AF0236\", \"LicensePlateInfos\": [{\"Number\": \"京AF0236\"}, {\"No\": \"京AF0236\"}]}",
            "VEHICLE_LICENSE | {\"FrontInfo\": {\"Plate\": \"京AF0236\"}, \"BackInfo\": null}",
            "VEHICLE_LICENSE | {\"FrontInfo\": null, \"BackInfo\": {\"Plate\": \"京AF0236\"}}" })
    void shouldReadNoDocumentFromUnknownMembers(DocumentType type, String response) throws IOException {
        assertThat(TencentDocuments.document(type, new ReadOptions(LicenseSide.BOTH, true), JSON.readTree(response))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "FrontInfo, Owner", "BackInfo, TotalMass" })
    void shouldSayThatAMemberMayHaveBeenRenamed(String page, String member) {
        JsonNode response = Golden.answer("tencent", "vehicle-license-both").path("Response");
        ObjectNode info = (ObjectNode) response.path(page);

        info.put("Newcomer", "x");
        assertThat(document(DocumentType.VEHICLE_LICENSE, LicenseSide.BOTH, response).warnings()).isEmpty();

        info.remove(member);
        assertThat(document(DocumentType.VEHICLE_LICENSE, LicenseSide.BOTH, response).warnings())
                .containsExactly(Warning.of(WarningCode.PROVIDER_MEMBERS));
    }

    private static NormalizedDocument<? extends Document> document(DocumentType type, LicenseSide side, JsonNode response) {
        return TencentDocuments.document(type, new ReadOptions(side, true), response).orElseThrow();
    }
}
