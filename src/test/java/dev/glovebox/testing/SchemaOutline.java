package dev.glovebox.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The guarantees of a schema for readers of results: one line per member, with its type and whether it is always present. A
 * schema
 * is compatible with an earlier one if it has every line of the earlier one.
 */
public final class SchemaOutline {

    private final JsonNode root;
    private final List<String> lines = new ArrayList<>();

    private SchemaOutline(JsonNode root) {
        this.root = root;
    }

    /** Returns the lines in the order of the schema. */
    public static List<String> of(JsonNode schema) {
        SchemaOutline outline = new SchemaOutline(schema);
        outline.add("", schema, "");
        return outline.lines;
    }

    private void add(String path, JsonNode node, String presence) {
        if (node.has("$ref")) {
            add(path, root.at(node.get("$ref").asText().substring(1)), presence);
            return;
        }
        if (!path.isEmpty()) {
            lines.add(path + ": " + type(node) + presence);
        }
        for (JsonNode branch : node.path("oneOf")) {
            if (!branch.path("type").asText().equals("null")) {
                String status = resolved(branch).path("properties").path("status").path("const").asText();
                add(path + (status.isEmpty() ? "" : "(" + status + ")"), branch, "");
            }
        }
        for (var member : node.path("properties").properties()) {
            boolean always = false;
            for (JsonNode name : node.path("required")) {
                always |= name.asText().equals(member.getKey());
            }
            add(path + "." + member.getKey(), member.getValue(), always ? ", always" : "");
        }
        if (node.has("items")) {
            add(path + "[]", node.get("items"), "");
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static String type(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.has("type")) {
            parts.add(node.get("type").isTextual() ? node.get("type").asText() : String.join(" or ", texts(node.get("type"))));
        }
        for (String keyword : List.of("const", "format", "pattern", "minimum", "maximum", "minItems", "maxItems")) {
            if (node.has(keyword)) {
                parts.add(keyword + " " + node.get(keyword).asText());
            }
        }
        if (node.has("enum")) {
            parts.add("one of " + String.join(" ", new TreeSet<>(texts(node.get("enum")))));
        }
        if (node.has("oneOf")) {
            boolean nullable = false;
            for (JsonNode branch : node.get("oneOf")) {
                nullable |= branch.path("type").asText().equals("null");
            }
            parts.add(nullable ? "object or null" : "object");
        }
        return String.join(", ", parts);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
