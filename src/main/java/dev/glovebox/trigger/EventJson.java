package dev.glovebox.trigger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Parses the JSON of calls and events. Decodes the image of a call directly from the input: as text, the image would be in
 * memory several times, and a function may have memory for two copies only.
 */
final class EventJson {

    /** The member of a call that contains the image. */
    static final String IMAGE = "image";

    private static final int MAX_DATA_URL_PREFIX = 128;
    private static final Pattern DATA_URL = Pattern.compile("data:[^,]{0,100};base64,");
    /** The event of a full batch of 10,000 messages has about 200,000 tokens. */
    private static final int MAX_TOKENS = 500_000;
    private static final int MAX_DEPTH = 64;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxTokenCount(MAX_TOKENS).maxNestingDepth(MAX_DEPTH).build()).build());

    private EventJson() {
    }

    /**
     * Parses JSON. The member {@link #IMAGE} of the root becomes a binary node. It becomes a text node if the string contains a
     * backslash or the input is not UTF-8.
     *
     * @throws InvalidTriggerException if the input is not JSON, has too many values or levels, or is followed by other text, or
     *         if the image is not Base64
     */
    static JsonNode read(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            JsonNode root = read(json, parser);
            if (parser.nextToken() != null) {
                throw new InvalidTriggerException("The body has more text after its JSON");
            }
            return root;
        } catch (StreamConstraintsException tooLarge) {
            throw new InvalidTriggerException("The JSON has too many values or levels, or a value is too long");
        } catch (IOException notJson) {
            // the message of the parser is dropped, since it quotes the input
            throw new InvalidTriggerException("The body is not JSON");
        }
    }

    private static JsonNode read(byte[] json, JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return JSON.readTree(parser);
        }
        ObjectNode root = JSON.createObjectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            boolean isImage = parser.nextToken() == JsonToken.VALUE_STRING && name.equals(IMAGE);
            root.set(name, isImage ? image(json, parser) : JSON.readTree(parser));
        }
        return root;
    }

    private static JsonNode image(byte[] json, JsonParser parser) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset() + 1;
        int to = from;
        while (to > 0 && to < json.length && json[to] != '"' && json[to] != '\\') {
            to++;
        }
        boolean isNotUtf8 = to <= 0;
        boolean isTruncated = to >= json.length;
        return isNotUtf8 || isTruncated || json[to] == '\\' ? new TextNode(parser.getText())
                : new BinaryNode(decodeBase64(ByteBuffer.wrap(json, from, to - from)));
    }

    /**
     * Decodes an image.
     *
     * @param base64 Base64, with or without the prefix of a data URL
     * @throws InvalidTriggerException if the text is not Base64
     */
    static byte[] decodeBase64(String base64) {
        return decodeBase64(ByteBuffer.wrap(base64.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] decodeBase64(ByteBuffer base64) {
        String beginning = StandardCharsets.ISO_8859_1
                .decode(base64.slice(base64.position(), Math.min(MAX_DATA_URL_PREFIX, base64.remaining()))).toString();
        Matcher dataUrl = DATA_URL.matcher(beginning);
        if (dataUrl.lookingAt()) {
            base64.position(base64.position() + dataUrl.end());
        }
        return Base64Text.decode(base64, "image");
    }

    /** Returns the text of a member, or null if it is missing, null, an object or an array. */
    static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
