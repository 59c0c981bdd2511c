package dev.glovebox.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;

class EventJsonTest {

    private static final byte[] IMAGE = new byte[100_003];

    static {
        new Random(1).nextBytes(IMAGE);
    }

    private static final String BASE64 = Base64.getEncoder().encodeToString(IMAGE);

    @ParameterizedTest
    @ValueSource(strings = { "{\"image\":\"%s\"}", " { \"image\" : \"%s\" , \"side\":\"front\"}",
            "{\"名\":\"甲乙丙\",\"x\":{\"image\":\"y\"},\"image\":\"%s\"}",
            "{\"image\":\"data:image/jpeg;base64,%s\"}", "{\"image\":\"eHh4\",\"image\":\"%s\"}" })
    void topLevelImageIsDecodedToBytes(String json) {
        JsonNode root = EventJson.read(utf8(json.formatted(BASE64)));

        assertThat(root.get("image").getNodeType()).isEqualTo(JsonNodeType.BINARY);
        assertThat(image(root)).isEqualTo(IMAGE);
    }

    @Test
    void otherMembersAreReadUnchanged() throws Exception {
        String members = "\"a\":[1,{\"b\":null}],\"image\":null,\"c\":{\"image\":\"no base64!\"},\"d\":\"字\"";

        assertThat(EventJson.read(utf8("{" + members + "}"))).isEqualTo(new ObjectMapper().readTree("{" + members + "}"));
        assertThat(EventJson.read(utf8("[1,2]"))).isEqualTo(new ObjectMapper().readTree("[1,2]"));
    }

    @Test
    void imageWithEscapedSlashesIsDecoded() {
        byte[] json = utf8("{\"image\":\"" + BASE64.replace("/", "\\/") + "\"}");

        assertThat(((Trigger.Call) TriggerDecoder.decode(json)).image())
                .isInstanceOfSatisfying(ImageSource.Inline.class, image -> assertThat(image.bytes()).isEqualTo(IMAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE" })
    void everyEncodingOfJsonIsRead(String charset) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes(("\uFEFF{\"image\":\"" + BASE64 + "\"}").getBytes(Charset.forName(charset)));

        assertThat(((Trigger.Call) TriggerDecoder.decode(json.toByteArray())).image())
                .isInstanceOfSatisfying(ImageSource.Inline.class, image -> assertThat(image.bytes()).isEqualTo(IMAGE));
    }

    @Test
    void truncatedJsonIsRejected() {
        byte[] json = utf8("{\"side\":\"front\",\"image\":\"aGVsbG8=\",\"z\":1}");

        for (int length = 1; length < json.length; length++) {
            byte[] truncated = Arrays.copyOf(json, length);
            assertThatExceptionOfType(InvalidTriggerException.class).as("%d bytes", length)
                    .isThrownBy(() -> EventJson.read(truncated)).withMessage("The body is not JSON");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "no base64!", "aGVsbG8=\u5b57", "data:image/jpeg,aGVsbG8=", "aGVs-bG8=" })
    void imageThatIsNotBase64IsRejected(String image) {
        assertThatExceptionOfType(InvalidTriggerException.class)
                .isThrownBy(() -> EventJson.read(utf8("{\"image\":\"" + image + "\"}"))).withMessage("image is not Base64");
    }

    private static byte[] image(JsonNode root) {
        return ((ImageSource.Inline) CallDecoder.decode(root).image()).bytes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
