package dev.glovebox.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class BodyDecoderTest {

    private static final byte[] JPEG = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16 };
    private static final String TYPE = "multipart/form-data; boundary=";
    private static final String FILE = "Content-Disposition: form-data; name=\"image\"; filename=\"car.jpg\"\r\n"
            + "Content-Type: image/jpeg\r\n\r\n";

    @ParameterizedTest
    @ValueSource(strings = { "application/x-www-form-urlencoded", "text/plain", "application/json", "image/png", "" })
    void bodyThatBeginsLikeAnImageIsAnImageWhateverItsType(String contentType) {
        assertThat(image(read(JPEG, contentType))).isEqualTo(JPEG);
    }

    @ParameterizedTest
    @CsvSource({ "application/x-www-form-urlencoded, a=b", "application/xml, <a/>", "text/html, <p>" })
    void otherBodyOfAnotherTypeIsRejected(String contentType, String body) {
        assertThat(problem(read(utf8(body), contentType))).startsWith("Content-Type must be image/*");
    }

    /** Any bytes, also those that look like a part of a delimiter, come out as they went in. */
    @Property
    void fileOfAFormKeepsItsBytes(@ForAll @Size(min = 1, max = 200) byte[] file, @ForAll boolean hasPreamble) {
        byte[] form = concat(utf8(hasPreamble ? "to be ignored\r\n--b" : "--b"), utf8("\r\n" + FILE), file,
                utf8("\r\n--b--\r\nto be ignored"));

        assertThat(image(read(form, TYPE + "b"))).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\r\n", "\r\n-", "\r\n--", "\r\n--boundar", "--boundary", "-\r\n\r\n--bound", "\r\n--x\r\n" })
    void partOfADelimiterInAFileIsData(String data) {
        byte[] file = concat(JPEG, utf8(data), JPEG);

        assertThat(image(read(form("boundary", file), TYPE + "boundary"))).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = { "boundary", "\"boundary\"", "\"boundary\"; charset=utf-8" })
    void boundaryMayBeQuoted(String boundary) {
        assertThat(image(read(form("boundary", JPEG), TYPE + boundary))).isEqualTo(JPEG);
    }

    @Test
    void fieldsOfAFormAreOptions() {
        byte[] form = concat(utf8("--b\r\nContent-Disposition: form-data; name=\"side\"\r\n\r\nfront\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"expectedVin\"\r\n\r\nX\r\n--b\r\n" + FILE), JPEG,
                utf8("\r\n--b\r\nContent-Disposition: form-data; name=returnIssuingAuthority\r\n\r\nfalse\r\n--b--"));

        Trigger.Call call = (Trigger.Call) read(form, TYPE + "b");

        assertThat(call.options()).isEqualTo(CallOptions.of("front", "false"));
        assertThat(image(call)).isEqualTo(JPEG);
    }

    @Test
    void formNeedsExactlyOneFile() {
        byte[] two = concat(utf8("--b\r\n" + FILE), JPEG, utf8("\r\n--b\r\n" + FILE), JPEG, utf8("\r\n--b--"));

        assertThat(problem(read(two, TYPE + "b"))).isEqualTo("The form must have exactly one file, and has 2");
        assertThat(problem(read(utf8("--b\r\nContent-Disposition: form-data; name=\"side\"\r\n\r\nfront\r\n--b--"),
                TYPE + "b"))).isEqualTo("The form must have exactly one file, and has 0");
        assertThat(problem(read(utf8("--b--"), TYPE + "b"))).isEqualTo("The form must have exactly one file, and has 0");
        assertThat(problem(read(form("b", new byte[0]), TYPE + "b"))).isEqualTo("image is empty");
    }

    @Test
    void incompleteFormIsRejected() {
        byte[] form = form("b", JPEG);
        for (int length = 1; length < form.length - 2; length++) {
            assertThat(read(Arrays.copyOf(form, length), TYPE + "b")).as("%d bytes", length)
                    .isInstanceOf(Trigger.Invalid.class);
        }
        assertThat(problem(read(form, "multipart/form-data"))).isEqualTo("The Content-Type of the form has no boundary");
        assertThat(problem(read(utf8(new String(form, StandardCharsets.ISO_8859_1).replace("\r\n", "\n")), TYPE + "b")))
                .isEqualTo("The form is not complete");
        assertThat(problem(read(utf8("--b\r\n" + "x".repeat(9_000) + "\r\n\r\n\r\n--b--"), TYPE + "b")))
                .contains("headers of more than");
        assertThat(problem(read(utf8("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n".repeat(60) + "--b--"),
                TYPE + "b"))).contains("more than 50 parts");
        assertThat(problem(read(utf8("--b\r\nX: y\r\n\r\n\r\n--b--"), TYPE + "b"))).contains("no Content-Disposition");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\\r\\n", "\\n", " ", "\\t", "\\n\\n  " })
    void base64MayHaveLineBreaksAndBlanks(String blanks) {
        String base64 = Base64.getEncoder().encodeToString(JPEG);
        String text = blanks + base64.substring(0, 3) + blanks + base64.substring(3) + blanks;

        assertThat(image(read(utf8("{\"image\": \"" + text + "\"}"), "application/json"))).isEqualTo(JPEG);
    }

    @Test
    void gatewayDeliversFormsAndMimeBase64() throws Exception {
        String mime = Base64.getMimeEncoder(20, utf8("\r\n")).encodeToString(form("b", JPEG));
        String event = new ObjectMapper().writeValueAsString(Map.of("httpMethod", "POST", "body",
                mime, "isBase64Encoded", true, "requestContext", Map.of("stage", "test"), "headers",
                Map.of("Content-Type", TYPE + "b")));

        Trigger.Gateway gateway = (Trigger.Gateway) TriggerReader.read(utf8(event));

        assertThat(image(((Trigger.GatewayRequest.Valid) gateway.request()).trigger())).isEqualTo(JPEG);
    }

    private static byte[] form(String boundary, byte[] file) {
        return concat(utf8("--" + boundary + "\r\n" + FILE), file, utf8("\r\n--" + boundary + "--\r\n"));
    }

    private static byte[] image(Trigger trigger) {
        return ((ImageSource.Inline) ((Trigger.Call) trigger).image()).bytes();
    }

    private static String problem(Trigger trigger) {
        return ((Trigger.Invalid) trigger).problem();
    }

    private static Trigger read(byte[] body, String contentType) {
        return TriggerReader.readRequest(body, contentType, name -> null);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
