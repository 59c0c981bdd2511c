package dev.glovebox.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class SenderProfileTest {

    private static final Path FOLDER = Path.of("src/test/resources/senders");

    @ParameterizedTest
    @CsvFileSource(files = "src/test/resources/senders/names.csv")
    void everyDocumentedNameHasItsMeaning(String sender, String source, String name, String meaning) {
        Trigger trigger = source.equals("cos") ? read("""
                {"Records": [{"event": {"eventName": "%s"}, "cos": {"cosBucket": {"name": "b", "appid": "1"},
                  "cosObject": {"key": "/1/b/in/car.jpg", "size": 9}}}]}""".formatted(name))
                : read("""
                        {"Records": [{"eventVersion": "2.1", "eventSource": "%s", "eventName": "%s",
                          "s3": {"bucket": {"name": "b"}, "object": {"key": "in/car.jpg", "size": 9}}}]}"""
                        .formatted(source, name));

        switch (meaning) {
            case "upload" -> assertThat(keys(trigger)).containsExactly("in/car.jpg");
            case "other" -> assertThat(keys(trigger)).isEmpty();
            case "rejected" -> assertThat(((Trigger.Invalid) trigger).problem()).contains("is not a known event of");
            default -> throw new AssertionError(meaning);
        }
    }

    @Test
    void theTableHasTheNamesOfEachSender() throws IOException {
        Map<String, Long> counts = Files.readAllLines(FOLDER.resolve("names.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.groupingBy(line -> line.split(",")[0], Collectors.counting()));

        assertThat(counts).containsEntry("S3", 25L).containsEntry("OBS", 7L).containsEntry("COS", 11L)
                .containsEntry("MinIO", 34L).containsEntry("Ceph", 28L);
    }

    @ParameterizedTest
    @CsvSource({ "obs-eventgrid.json, in/a.jpg", "obs-records-3.0.json, in/a.jpg", "ceph-synced.json, in/x.jpg",
            "ceph-lifecycle.json,", "minio-scanner.json,", "onfailure-destination.json, in/a.jpg", "smn-http.json, in/a.jpg" })
    void eventOfASenderIsUnderstood(String file, String key) throws IOException {
        assertThat(keys(TriggerReader.read(Files.readAllBytes(FOLDER.resolve(file)))))
                .isEqualTo(key == null ? List.of() : List.of(key));
    }

    @Test
    void batchOfPipesIsAnsweredByMessage() throws IOException {
        Trigger trigger = TriggerReader.read(Files.readAllBytes(FOLDER.resolve("pipes-sqs-array.json")));

        assertThat(((Trigger.Messages) trigger).messages()).singleElement().satisfies(message -> {
            assertThat(message.id()).isEqualTo("m1");
            assertThat(message.objects()).singleElement().satisfies(
                    object -> assertThat(object.name().key()).isEqualTo("in/a.jpg"));
        });
    }

    /** Pipes sends records, notifications and events as they are. */
    @Test
    void arrayOfAnyEventsIsDecodedElementByElement() {
        String record = """
                {"eventVersion": "2.1", "eventSource": "aws:s3", "eventName": "ObjectCreated:Put",
                 "s3": {"bucket": {"name": "b"}, "object": {"key": "%s"}}}""";
        String event = """
                {"source": "aws.s3", "detail-type": "Object Created",
                 "detail": {"bucket": {"name": "b"}, "object": {"key": "3.jpg"}}}""";

        assertThat(keys(read("[" + record.formatted("1.jpg") + ", {\"Records\": [" + record.formatted("2.jpg") + "]}, " + event
                + "]"))).containsExactly("1.jpg", "2.jpg", "3.jpg");
        assertThat(((Trigger.Invalid) read("[{\"image\": \"AAAA\"}]")).problem()).contains("can only name objects");
    }

    /** A key of the newer events of OBS may be encoded; the trigger decides. */
    @Test
    void encodedKeyOfEventGridIsTriedAsTheSecondReading() {
        Trigger trigger = read("""
                {"specversion": "1.0", "id": "1", "type": "OBS:DWR:ObjectCreated:PUT", "source": "HC.OBS.DWR", "data": {
                 "eventVersion": "3.0", "eventSource": "OBS", "eventName": "ObjectCreated:PUT",
                 "obs": {"bucket": {"bucket": "b"}, "object": {"key": "%E8%BD%A6/a+b.jpg", "versionId": ""}}}}""");

        assertThat(((Trigger.Uploads) trigger).objects()).singleElement().satisfies(object -> {
            assertThat(object.name().bucket()).isEqualTo("b");
            assertThat(object.name().key()).isEqualTo("%E8%BD%A6/a+b.jpg");
            assertThat(object.stored().alternative().key()).isEqualTo("车/a b.jpg");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"Type\": \"SubscriptionConfirmation\", \"TopicArn\": \"t\", \"Message\": \"Confirm\", \"SubscribeURL\": \"u\"}",
            "{\"Type\": \"UnsubscribeConfirmation\", \"TopicArn\": \"t\", \"Message\": \"Confirm\"}",
            "{\"type\": \"SubscriptionConfirmation\", \"topic_urn\": \"t\", \"message\": \"Confirm\", \"subscribe_url\": \"u\"}" })
    void confirmationOfASubscriptionReadsNothing(String message) {
        assertThat(read(message)).isEqualTo(new Trigger.Ping(false));
    }

    @Test
    void failureRecordInAQueueOrABusIsUnwrapped() throws IOException {
        String failure = Files.readString(FOLDER.resolve("onfailure-destination.json"));
        String body = new ObjectMapper().writeValueAsString(failure);
        Trigger queue = read("{\"Records\": [{\"messageId\": \"m\", \"receiptHandle\": \"r\", \"body\": " + body + "}]}");

        assertThat(((Trigger.Messages) queue).messages()).singleElement()
                .satisfies(message -> assertThat(message.objects()).hasSize(1));
        assertThat(keys(read("""
                {"source": "lambda", "detail-type": "Lambda Function Invocation Result - Failure", "detail": %s}"""
                .formatted(failure)))).containsExactly("in/a.jpg");
    }

    private static List<String> keys(Trigger trigger) {
        return ((Trigger.Uploads) trigger).objects().stream().map(object -> object.name().key()).toList();
    }

    private static Trigger read(String json) {
        return TriggerReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
