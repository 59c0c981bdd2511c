package dev.glovebox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageHeader;

class RequestJsonTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void keepsTheOrderOfTheMembers() {
        ImageBody body = new RequestJson(json).with("first", "1").with(image("hello"), "image", "url").with("second", true)
                .build();

        assertThat(text(body)).isEqualTo("{\"first\":\"1\",\"image\":\"aGVsbG8=\",\"second\":true}");
        assertThat(body.length()).isEqualTo(text(body).length());
    }

    @Test
    void sendsTheUrlInsteadOfTheImage() {
        ImageBody body = new RequestJson(json)
                .with(new Image.Remote(URI.create("https://h/京.jpg?a=b&c=d")), "image", "url").build();

        assertThat(text(body)).isEqualTo("{\"url\":\"https://h/%E4%BA%AC.jpg?a=b&c=d\"}");
    }

    @Test
    void escapesValuesBeforeAndAfterTheImage() throws IOException {
        String hostile = "\"},{\"image\":\"\\\n京";

        JsonNode read = json.readTree(text(new RequestJson(json).with("before", hostile)
                .with(image("hello"), "image", "url").with("after", hostile).build()));

        assertThat(read.fieldNames()).toIterable().containsExactly("before", "image", "after");
        assertThat(read.path("before").textValue()).isEqualTo(hostile);
        assertThat(read.path("image").binaryValue()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(read.path("after").textValue()).isEqualTo(hostile);
    }

    @Test
    void writesAnEmptyImage() {
        assertThat(text(new RequestJson(json).with(image(""), "image", "url").with("a", "b").build()))
                .isEqualTo("{\"image\":\"\",\"a\":\"b\"}");
    }

    private static Image image(String content) {
        return new Image.Inline(content.getBytes(StandardCharsets.UTF_8), new ImageHeader(ImageFormat.JPEG, 100, 100));
    }

    private static String text(ImageBody body) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        body.forEach(sent::writeBytes);
        return sent.toString(StandardCharsets.UTF_8);
    }
}
