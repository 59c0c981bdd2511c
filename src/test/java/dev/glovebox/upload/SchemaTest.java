package dev.glovebox.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;

import dev.glovebox.document.CheckDigit;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseKind;
import dev.glovebox.document.PlateColor;
import dev.glovebox.document.PlateFormat;
import dev.glovebox.document.Result;
import dev.glovebox.document.ReviewReason;
import dev.glovebox.document.WarningCode;
import dev.glovebox.document.WmiRegion;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.testing.Golden;
import dev.glovebox.testing.ResultSchemas;
import dev.glovebox.testing.SchemaOutline;

class SchemaTest {

    static final List<String> NAMES = ResultSchemas.NAMES;

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @FieldSource("NAMES")
    void schemaIsValidInItsDraft(String name) {
        JsonNode schema = ResultSchemas.file(name);

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asText()).isEqualTo("urn:glovebox:schema:" + name);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")).validate(schema)).isEmpty();
    }

    @Test
    void everyFunctionHasASchema() {
        assertThat(Arrays.stream(DocumentType.values()).map(DocumentType::schemaName)).isSubsetOf(NAMES);
    }

    /** Each file is complete, so that a reader needs only one. The files therefore repeat their shared parts. */
    @Test
    void sharedPartsAreEqualInAllSchemas() {
        Map<String, List<JsonNode>> definitions = new TreeMap<>();
        for (String name : NAMES) {
            ResultSchemas.file(name).path("$defs").properties()
                    .forEach(part -> definitions.computeIfAbsent(part.getKey(), key -> new ArrayList<>()).add(part.getValue()));
        }
        Stream.of("succeeded", "failed", "processing", "document").forEach(definitions::remove);

        assertThat(definitions.get("problem")).hasSize(3);
        assertThat(definitions.get("vin")).hasSize(2);
        assertThat(definitions).allSatisfy((name, same) -> assertThat(same.stream().distinct()).as(name).hasSize(1));
        assertThat(definitions.get("problem").get(0).get("properties"))
                .isEqualTo(ResultSchemas.file("problem-1").get("properties"));
    }

    @Test
    void schemasListEveryConstantOfTheModel() {
        JsonNode license = ResultSchemas.file("vehicle-license-1").path("$defs");
        JsonNode plate = ResultSchemas.file("license-plate-1").path("$defs");

        assertConstants(license.at("/checkDigit/properties/verdict/enum"), CheckDigit.Verdict.values(), CheckDigit.Verdict::id);
        assertConstants(license.at("/vin/properties/region/enum"), WmiRegion.values(), WmiRegion::id);
        assertConstants(license.at("/document/properties/kind/enum"), LicenseKind.values(), LicenseKind::id);
        assertConstants(plate.at("/plate/properties/format/examples"), PlateFormat.values(), PlateFormat::id);
        assertConstants(plate.at("/colorField/properties/value/enum"), PlateColor.values(), PlateColor::id);
        assertConstants(plate.at("/source/properties/format/examples"), ImageFormat.values(), ImageFormat::id);
        assertConstants(plate.at("/problem/properties/code/examples"), FailureCode.values(), FailureCode::id);
        assertConstants(plate.at("/warning/properties/code/examples"), WarningCode.values(), WarningCode::id);
        assertConstants(plate.at("/reviewReason/properties/code/examples"), ReviewReason.Code.values(), ReviewReason.Code::id);
    }

    private static <E> void assertConstants(JsonNode names, E[] values, Function<E, String> id) {
        assertThat(names).filteredOn(JsonNode::isTextual).extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(values).map(id).toList());
    }

    static Stream<Result> results() {
        return SampleResults.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("results")
    void resultOfEachKindIsValid(Result result) throws IOException {
        assertThat(ResultSchemas.check(JSON.readTree(new ResultJson().write(result)))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({ "huawei, vin, VIN", "huawei, license-plate, LICENSE_PLATE", "huawei, vehicle-license-front, VEHICLE_LICENSE",
            "huawei, vehicle-license-back, VEHICLE_LICENSE", "huawei, vehicle-license-both, VEHICLE_LICENSE",
            "tencent, vin, VIN", "tencent, license-plate, LICENSE_PLATE", "tencent, vehicle-license-front, VEHICLE_LICENSE",
            "tencent, vehicle-license-back, VEHICLE_LICENSE", "tencent, vehicle-license-both, VEHICLE_LICENSE",
            "tencent-classic, vin, VIN" })
    void everyGoldenDocumentIsValid(String provider, String name, DocumentType type) throws IOException {
        ObjectNode result = succeeded();
        result.put("schema", type.schemaId()).put("function", type.id()).setAll((ObjectNode) Golden.document(provider, name));

        assertThat(ResultSchemas.check(result)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "/document/vin/confidence | 1.2", "/document/vin/confidence | \"0.9\"",
            "/document/vin/value | \"LBV2B25G2E506997I\"", "/document/vin/checkDigit/verdict | \"mismatch\"",
            "/document/vin/modelYears | [1979]", "/document/vin/box | [[1, 2]]", "/document/vin/country | \"China\"",
            "/document/vin/suggestions | [\"a\"]", "/review | null", "/processedAt | \"yesterday\"", "/status | \"done\"",
            "/schema | \"urn:glovebox:schema:license-plate-1\"", "/source/width | 0", "/provider/attempts/0/millis | -1" })
    void invalidValueIsRejected(String path, String value) throws IOException {
        ObjectNode result = succeeded();
        assertThat(ResultSchemas.published("vin-1").validate(result)).isEmpty();
        int last = path.lastIndexOf('/');
        JsonNode parent = result.at(path.substring(0, last));
        ((ObjectNode) parent).set(path.substring(last + 1), JSON.readTree(value));

        assertThat(ResultSchemas.published("vin-1").validate(result)).isNotEmpty();
    }

    @Test
    void checkFindsUndefinedAndMissingMembers() throws IOException {
        ObjectNode more = succeeded();
        ((ObjectNode) more.at("/document/vin")).put("trim", "LX");
        ObjectNode less = succeeded();
        ((ObjectNode) less.at("/document/vin")).remove("wmi");

        assertThat(ResultSchemas.published("vin-1").validate(more)).as("consumers accept the members of newer releases")
                .isEmpty();
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ResultSchemas.check(more));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> ResultSchemas.check(less));
    }

    /**
     * Version 1 of each schema is published, and readers of results rely on each of these lines. A change of a line needs a
     * version 2 beside version 1.
     */
    @ParameterizedTest
    @FieldSource("NAMES")
    void schemaKeepsEveryGuaranteeOfItsVersion(String name) throws IOException {
        assertThat(SchemaOutline.of(ResultSchemas.file(name))).containsAll(guarantees(name));
    }

    @Test
    void outlineFindsEachKindOfBrokenGuarantee() throws IOException {
        List<String> guarantees = guarantees("vin-1");
        for (String change : List.of("{\"confidence\": null}", "{\"confidence\": {\"type\": \"number\"}}",
                "{\"confidence\": {\"type\": [\"number\", \"null\"], \"minimum\": 0, \"maximum\": 100}}",
                "{\"value\": {\"type\": [\"string\", \"null\"]}}", "{\"region\": {\"enum\": [\"africa\", \"moon\"]}}")) {
            JsonNode changed = ResultSchemas.file("vin-1");
            ((ObjectNode) changed.at("/$defs/vin/properties")).setAll((ObjectNode) JSON.readTree(change));
            assertThat(SchemaOutline.of(changed).containsAll(guarantees)).as(change).isFalse();
        }
        JsonNode optional = ResultSchemas.file("vin-1");
        ((ObjectNode) optional.at("/$defs/vin")).set("required", JSON.readTree("[\"value\"]"));
        assertThat(SchemaOutline.of(optional).containsAll(guarantees)).as("members that became optional").isFalse();

        JsonNode more = ResultSchemas.file("vin-1");
        ((ObjectNode) more.at("/$defs/vin/properties")).set("trim", JSON.readTree("{\"type\": \"string\"}"));
        assertThat(SchemaOutline.of(more)).as("a new member is compatible").containsAll(guarantees);
    }

    private static List<String> guarantees(String name) throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/schemas/" + name + ".outline")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            assertThat(lines).hasSizeGreaterThan(5);
            return lines;
        }
    }

    private static ObjectNode succeeded() throws IOException {
        return (ObjectNode) JSON.readTree(new ResultJson().write(SampleResults.ALL.get(1)));
    }
}
