package dev.glovebox.trigger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What arrived, as a tree. An image in it becomes bytes where it stands: as text it would be held several times over, in a
 * function that may have room for two.
 */
final class EventJson {

    /** The field of a call that holds the image. */
    static final String IMAGE = "image";

    private static final int LONGEST_PREFIX = 128;
    private static final Pattern DATA_URL = Pattern.compile("data:[^,]{0,100};base64,");
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventJson() {
    }

    /**
     * Reads the tree; {@link #IMAGE} of its root is a binary node where it is Base64 and nothing else.
     *
     * @throws InvalidTriggerException where it is no JSON, or the image no Base64
     */
    static JsonNode read(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return JSON.readTree(parser);
            }
            ObjectNode root = JSON.createObjectNode();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                boolean isImage = parser.nextToken() == JsonToken.VALUE_STRING && name.equals(IMAGE);
                root.set(name, isImage ? image(json, parser) : JSON.readTree(parser));
            }
            return root;
        } catch (IOException notJson) {
            // the parser's message quotes what it read
            throw new InvalidTriggerException("The body is not JSON");
        }
    }

    private static JsonNode image(byte[] json, JsonParser parser) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset() + 1;
        int to = from;
        while (to > 0 && to < json.length && json[to] != '"' && json[to] != '\\') {
            to++;
        }
        // not UTF-8, escaped, or cut off
        return to <= 0 || to >= json.length || json[to] == '\\' ? new TextNode(parser.getText())
                : new BinaryNode(decoded(ByteBuffer.wrap(json, from, to - from)));
    }

    /**
     * The bytes of an image, with or without a data URL's beginning.
     *
     * @throws InvalidTriggerException where it is no Base64
     */
    static byte[] decoded(String base64) {
        return decoded(ByteBuffer.wrap(base64.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] decoded(ByteBuffer base64) {
        String start = StandardCharsets.ISO_8859_1
                .decode(base64.slice(base64.position(), Math.min(LONGEST_PREFIX, base64.remaining()))).toString();
        Matcher dataUrl = DATA_URL.matcher(start);
        if (dataUrl.lookingAt()) {
            base64.position(base64.position() + dataUrl.end());
        }
        try {
            ByteBuffer bytes = Base64.getDecoder().decode(base64);
            byte[] array = bytes.array();
            return bytes.remaining() == array.length ? array : Arrays.copyOf(array, bytes.remaining());
        } catch (IllegalArgumentException e) {
            throw new InvalidTriggerException("image is not Base64");
        }
    }

    /** Returns the text of a member, or null if it is missing, null, an object or an array. */
    static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
