package dev.glovebox.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.glovebox.storage.StoredObject;

/** The sender decides how a key is read. The other plausible reading is the alternative. */
class EventKeyTest {

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
            // sender, key in the event, key, alternative
            "aws:s3, a+b+c.jpg, a b c.jpg, a+b+c.jpg",
            "aws:s3, a%2Bb+c.jpg, a+b c.jpg, a%2Bb+c.jpg",
            "aws:s3, 50%2525+off.jpg, 50%25 off.jpg, 50%2525+off.jpg",
            "aws:s3, plain.jpg, plain.jpg, none",
            "aws:s3, 100%.jpg, 100%.jpg, none",
            "minio:s3, a%2Bb+c.jpg, a+b c.jpg, a%2Bb+c.jpg",
            "OBS, %E8%A1%8C+1.jpg, 行 1.jpg, %E8%A1%8C+1.jpg",
            "ceph:s3, a+b c.jpg, a+b c.jpg, a b c.jpg",
            "ceph:s3, 50%25 off.jpg, 50%25 off.jpg, 50% off.jpg",
            "ceph:s3, 行驶证/粤B 1%2F2.jpg, 行驶证/粤B 1%2F2.jpg, 行驶证/粤B 1/2.jpg",
            "ceph:s3, x%.jpg, x%.jpg, none",
            "ceph:s3, plain.jpg, plain.jpg, none",
            // an encoder replaces blanks and Chinese characters, so this text is not encoded
            "aws:s3, a+b c.jpg, a+b c.jpg, a b c.jpg",
            "aws:s3, 50%25 off.jpg, 50%25 off.jpg, 50% off.jpg",
            "minio:s3, 行驶证/粤B 1%2F2.jpg, 行驶证/粤B 1%2F2.jpg, 行驶证/粤B 1/2.jpg",
            "aws:s3, x%.jpg, x%.jpg, none", "OBS, x%.jpg, x%.jpg, none", "minio:s3, x%2.jpg, x%2.jpg, none",
            "aws:s3, %20, ' ', %20", "minio:s3, %20, ' ', %20", "OBS, %20, ' ', %20", "rustfs:s3, %20, ' ', %20",
            "ceph:s3, %20, %20, ' '",
            // neither a percent sign before a signed number nor Latin-1 is an encoding
            "aws:s3, 50%+5.jpg, 50%+5.jpg, none", "aws:s3, caf%E9.jpg, caf%E9.jpg, none",
            "ceph:s3, 50%-5.jpg, 50%-5.jpg, none",
            // an alternative that names a folder or a result is not tried
            "ceph:s3, a%2F, a%2F, none", "ceph:s3, a.jpg%2Evin.json, a.jpg%2Evin.json, none" })
    void senderDecidesHowAKeyIsRead(String sender, String text, String key, String alternative) {
        StoredObject object = object(sender, text);

        assertThat(object.name().key()).isEqualTo(key);
        assertThat(object.alternative() == null ? null : object.alternative().key()).isEqualTo(alternative);
    }

    @ParameterizedTest
    @ValueSource(strings = { ".glovebox/store-check.json", ".glovebox/content/a.jpg", "in/a.jpg.vin.review.json",
            "in/a.jpg.license-plate.review.json", "in/a.jpg.vehicle-license.json" })
    void objectsThatGloveboxKeepsForItselfAreSkipped(String key) {
        assertThat(((Trigger.Uploads) TriggerReader.read(event("aws:s3", key))).objects()).isEmpty();
    }

    private static StoredObject object(String sender, String text) {
        return ((Trigger.Uploads) TriggerReader.read(event(sender, text))).objects().getFirst().stored();
    }

    private static byte[] event(String sender, String key) {
        return """
                {"Records": [{"eventVersion": "2.2", "eventSource": "%s", "eventName": "ObjectCreated:Put", "s3": {
                  "bucket": {"name": "bucket"}, "object": {"key": "%s", "versionId": "v1", "size": 10, "eTag": "e"}}}]}"""
                .formatted(sender, key).getBytes(StandardCharsets.UTF_8);
    }
}
