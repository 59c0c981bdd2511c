package dev.glovebox.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.document.LicenseSide;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.StoredObject;

class TriggerDecoderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void publishedS3NotificationsAreDecoded() throws IOException {
        assertThat(event("aws-lambda-go/s3-event.json"))
                .isEqualTo(new Trigger.Uploads(List.of(new UploadedObject(new StoredObject(
                        new ObjectName("sourcebucket", "Happy Face.jpg", "version"), "d41d8cd98f00b204e9800998ecf8427e",
                        "Happy Sequencer", new ObjectName("sourcebucket", "Happy%20Face.jpg", "version"), 1024L)))));
        assertThat(event("aws-lambda-go/s3-event-with-decoded.json")).isEqualTo(event("aws-lambda-go/s3-event.json"));
        assertThat(((Trigger.Uploads) event("aws-lambda-java-libs/s3_event.json")).objects()).hasSize(1)
                .allSatisfy(object -> assertThat(object.name().bucket()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = { "s3-glacier-event", "s3-intelligenttier-event", "s3-lifecycle-event", "s3-replication-event",
            "s3-restore-event" })
    void otherNotificationsContainNoUploads(String name) throws IOException {
        assertThat(event("aws-lambda-go/" + name + ".json")).isEqualTo(new Trigger.Uploads(List.of()));
    }

    @ParameterizedTest
    @CsvSource({ "a+b%20c%2B.jpg, a b c+.jpg", "%E4%BA%ACA12345.jpg, 京A12345.jpg", "a%252Fb.jpg, a%2Fb.jpg",
            "in//%2E%2E/x.jpg, in//../x.jpg" })
    void keyIsDecodedExactlyOnce(String encoded, String key) throws IOException {
        Trigger.Uploads uploads = (Trigger.Uploads) decode(record("2.1", "ObjectCreated:Put", encoded, "1024"));

        assertThat(uploads.objects()).extracting(object -> object.name().key()).containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource({ "ObjectCreated:Put, in/folder/, 0", "ObjectCreated:Put, empty.jpg, 0",
            "ObjectCreated:Put, car.jpg.vin.json, 10",
            "ObjectCreated:Put, car.jpg.LICENSE-PLATE.JSON, 10", "ObjectRemoved:Delete, car.jpg, 10",
            "s3:ObjectRemoved:DeleteMarkerCreated, car.jpg, 10" })
    void recordThatUploadsNoImageIsSkipped(String eventName, String key, String size) throws IOException {
        assertThat(decode(record("2.6", eventName, key, size))).isEqualTo(new Trigger.Uploads(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ObjectCreated:Put", "s3:ObjectCreated:Copy", "ObjectCreated:CompleteMultipartUpload" })
    void everyKindOfUploadIsRead(String eventName) throws IOException {
        assertThat(((Trigger.Uploads) decode(record("2.0", eventName, "car.jpg", "10"))).objects()).hasSize(1);
    }

    @Test
    void callIsDecoded() throws IOException {
        Trigger.Call image = (Trigger.Call) decode(
                "{\"image\": \"aGVsbG8=\", \"side\": \"front\", \"returnIssuingAuthority\": true}");
        Trigger.Call prefixed = (Trigger.Call) decode("{\"image\": \"data:image/jpeg;base64,aGVsbG8=\"}");
        Trigger.Call url = (Trigger.Call) decode("{\"url\": \"https://h/a.jpg\"}");
        Trigger.Call object = (Trigger.Call) decode(
                "{\"object\": {\"bucket\": \"b\", \"key\": \"a+b.jpg\", \"versionId\": \"v\"}}");

        assertThat(((ImageSource.Inline) image.image()).bytes()).isEqualTo("hello".getBytes(StandardCharsets.US_ASCII));
        assertThat(image.options()).isEqualTo(new CallOptions(Optional.of(LicenseSide.FRONT), Optional.of(true)));
        assertThat(((ImageSource.Inline) prefixed.image()).bytes()).isEqualTo("hello".getBytes(StandardCharsets.US_ASCII));
        assertThat(prefixed.options()).isEqualTo(CallOptions.NONE);
        assertThat(url.image()).isEqualTo(new ImageSource.Url(URI.create("https://h/a.jpg")));
        assertThat(object.image())
                .isEqualTo(new ImageSource.Stored(new StoredObject(new ObjectName("b", "a+b.jpg", "v"), null, null)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"warmup\": true}", "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}" })
    void pingIsRecognized(String json) throws IOException {
        assertThat(decode(json)).isEqualTo(new Trigger.Ping(false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "null | The body is empty", "[] | The body is not a JSON object",
            "{} | The body has no image, url or object, and is not a known event",
            "{\"image\": null} | The body must have exactly one of image, url and object",
            "{\"image\": \"aGVsbG8=\", \"url\": \"https://h/\"} | The body must have exactly one of image, url and object",
            "{\"image\": \"no base64!\"} | image is not Base64", "{\"image\": \"\"} | image is empty",
            "{\"image\": 5} | image must be a string", "{\"url\": \"a b\"} | url is not an absolute URL",
            "{\"url\": \"/a.jpg\"} | url is not an absolute URL", "{\"object\": {\"key\": \"k\"}} | object.bucket is missing",
            "{\"object\": {\"bucket\": \"b\"}} | object.key is missing",
            "{\"object\": {\"bucket\": \"b\", \"key\": \"a.jpg.vin.json\"}} | object.key names a folder or a result, not an image",
            "{\"object\": {\"bucket\": \"b\", \"key\": \"in/\"}} | object.key names a folder or a result, not an image",
            "{\"object\": \"x\"} | object.bucket is missing",
            "{\"image\": \"aGVsbG8=\", \"side\": \"left\"} | side must be front, back or both",
            "{\"image\": \"aGVsbG8=\", \"side\": [\"front\"]} | side must be a string",
            "{\"image\": \"aGVsbG8=\", \"returnIssuingAuthority\": \"yes\"} | returnIssuingAuthority must be true or false",
            "{\"Records\": {}} | Records is not an array",
            "{\"Records\": [{}]} | Records[0].eventVersion is not a known version of the sender's events",
            "{\"Records\": [{\"eventVersion\": \"3.0\"}]} | Records[0].eventVersion is not a known version of the sender's events" })
    void messageNamesTheProblem(String json, String message) {
        assertThatExceptionOfType(InvalidTriggerException.class).isThrownBy(() -> decode(json)).withMessage(message);
        assertThatExceptionOfType(InvalidTriggerException.class)
                .isThrownBy(() -> TriggerDecoder.decode(json.getBytes(StandardCharsets.UTF_8))).withMessage(message);
    }

    @Test
    void messageNamesTheProblemOfARecord() {
        assertThatExceptionOfType(InvalidTriggerException.class)
                .isThrownBy(() -> decode(record("2.1", "ObjectCreated:Put", "", "1")))
                .withMessage("Records[0].s3: key is missing");
        assertThatExceptionOfType(InvalidTriggerException.class).isThrownBy(() -> TriggerDecoder.decode((JsonNode) null));
        assertThatExceptionOfType(InvalidTriggerException.class).isThrownBy(() -> TriggerDecoder.decode(new byte[0]));
    }

    @Test
    void imagesAndUrlsAreNotPrinted() {
        assertThat(new ImageSource.Inline(new byte[5])).hasToString("Inline[5 bytes]");
        assertThat(new ImageSource.Url(URI.create("https://h/a?signature=s"))).hasToString("Url[h]");
    }

    private static String record(String version, String eventName, String key, String size) {
        return """
                {"Records": [{"eventVersion": "%s", "eventSource": "aws:s3", "eventName": "%s", "s3": {
                  "bucket": {"name": "b"}, "object": {"key": "%s", "size": %s, "eTag": "e"}}}]}""".formatted(version, eventName,
                key,
                size);
    }

    private static Trigger event(String name) throws IOException {
        try (InputStream file = TriggerDecoderTest.class.getResourceAsStream("/events/" + name)) {
            return TriggerDecoder.decode(JSON.readTree(file));
        }
    }

    private static Trigger decode(String json) throws IOException {
        JsonNode node = JSON.readTree(json);
        return TriggerDecoder.decode(node);
    }
}
