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
 * The published schemas, and whether what a test gets obeys them. Stricter than they are: a member that they do not tell of is
 * wrong here, since it is one that somebody forgot to publish.
 */
public final class ResultSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "urn:glovebox:schema:";
    private static final String PROBLEM = "urn:glovebox:problem:";
    /** RFC 9457's own, of requests that reached no function. */
    private static final String NO_TYPE = "about:blank";

    /** The names of all of them. */
    public static final List<String> NAMES = List.of("vin-1", "vehicle-license-1", "license-plate-1", "problem-1");

    private static final Map<String, JsonSchema> CLOSED = closed();

    private ResultSchemas() {
    }

    /** The file, as it is served. */
    public static JsonNode file(String name) {
        return resource("schemas/" + name + ".json");
    }

    /** A resource as the HTTP server serves it. */
    public static JsonNode resource(String path) {
        try (InputStream in = ResultSchemas.class.getResourceAsStream("/META-INF/resources/" + path)) {
            assertThat(in).as(path).isNotNull();
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Results and problems, alone or inside whatever else this is; text that is no JSON holds none. */
    public static void check(byte[] answer) {
        try {
            check(JSON.readTree(answer));
        } catch (IOException noJson) {
            return;
        }
    }

    /** How many results and problems it holds: none of them is wrong. */
    public static int check(JsonNode node) {
        if (node == null) {
            return 0;
        }
        if (node.path("schema").asText().startsWith(SCHEMA)) {
            obey(node.path("schema").asText().substring(SCHEMA.length()), node);
            return 1;
        }
        if (node.path("type").asText().startsWith(PROBLEM)
                || node.path("type").asText().equals(NO_TYPE) && node.has("code")) {
            obey("problem-1", node);
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

    /** Fails where it does not obey that schema. */
    public static void obey(String name, JsonNode node) {
        assertThat(CLOSED).as("published schemas").containsKey(name);
        assertThat(CLOSED.get(name).validate(node)).as(name + " of " + node).isEmpty();
    }

    /** The schema as it is published. */
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

    /** The root of a result leaves its members to its branches. */
    private static void close(JsonNode node) {
        if (node.isObject() && node.has("properties")) {
            ((ObjectNode) node).put("additionalProperties", false);
        }
        node.forEach(ResultSchemas::close);
    }
}
