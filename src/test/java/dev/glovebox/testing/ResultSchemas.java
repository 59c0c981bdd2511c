package dev.glovebox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

/**
 * Validates JSON against the published schemas. Stricter than the schemas: a member without a definition fails, since its
 * definition was forgotten.
 */
public final class ResultSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "urn:glovebox:schema:";
    private static final String PROBLEM = "urn:glovebox:problem:";
    /** The type of a problem without a function, from RFC 9457. */
    private static final String NO_TYPE = "about:blank";

    /** The names of all schemas. */
    public static final List<String> NAMES = List.of("vin-1", "vehicle-license-1", "license-plate-1", "problem-1");

    private static final Map<String, JsonSchema> CLOSED = closed();

    private ResultSchemas() {
    }

    /** Returns the file of a schema, as the HTTP server serves it. */
    public static JsonNode file(String name) {
        return resource("schemas/" + name + ".json");
    }

    /** Returns a resource, as the HTTP server serves it. */
    public static JsonNode resource(String path) {
        try (InputStream in = ResultSchemas.class.getResourceAsStream("/META-INF/resources/" + path)) {
            assertThat(in).as(path).isNotNull();
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Validates all results and problems in a text. Accepts any text that is not JSON. */
    public static void check(byte[] answer) {
        try {
            check(JSON.readTree(answer));
        } catch (IOException noJson) {
            return;
        }
    }

    /** Validates all results and problems in a node. Returns their number. */
    public static int check(JsonNode node) {
        if (node == null) {
            return 0;
        }
        if (node.path("schema").asText().startsWith(SCHEMA)) {
            validate(node.path("schema").asText().substring(SCHEMA.length()), node);
            return 1;
        }
        if (node.path("type").asText().startsWith(PROBLEM)
                || node.path("type").asText().equals(NO_TYPE) && node.has("code")) {
            validate("problem-1", node);
            return 1;
        }
        if (node.isTextual() && node.asText().startsWith("{")) {
            try {
                return check(JSON.readTree(node.asText()));
            } catch (JsonProcessingException noJson) {
                return 0;
            }
        }
        int count = 0;
        for (JsonNode child : node) {
            count += check(child);
        }
        return count;
    }

    /** Fails if the node violates the schema. */
    public static void validate(String name, JsonNode node) {
        assertThat(CLOSED).as("published schemas").containsKey(name);
        assertThat(CLOSED.get(name).validate(node)).as(name + " of " + node).isEmpty();
    }

    /** Returns the schema as it is published. */
    public static JsonSchema published(String name) {
        return schema(file(name));
    }

    private static Map<String, JsonSchema> closed() {
        Map<String, JsonSchema> schemas = new LinkedHashMap<>();
        for (String name : NAMES) {
            JsonNode file = file(name);
            close(file);
            schemas.put(name, schema(file));
        }
        return schemas;
    }

    private static JsonSchema schema(JsonNode file) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(
                SchemaLocation.of(file.path("$id").asText()), file,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    /** Forbids undefined members. The root of a result has no properties of its own, so only its branches change. */
    private static void close(JsonNode node) {
        if (node.isObject() && node.has("properties")) {
            ((ObjectNode) node).put("additionalProperties", false);
        }
        node.forEach(ResultSchemas::close);
    }
}
