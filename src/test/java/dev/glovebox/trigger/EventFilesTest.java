package dev.glovebox.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The file meanings.csv lists the expected meaning of every published event. */
class EventFilesTest {

    private static final Path EVENTS = Path.of("src/test/resources/events");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/events/meanings.csv", delimiter = '|', numLinesToSkip = 1)
    void eventHasItsListedMeaning(String file, String meaning) throws IOException {
        assertThat(meaning(Files.readAllBytes(EVENTS.resolve(file)))).isEqualTo(meaning);
    }

    @Test
    void everyEventFileIsListed() throws IOException {
        try (Stream<Path> files = Files.walk(EVENTS); Stream<String> lines = Files.lines(EVENTS.resolve("meanings.csv"))) {
            List<String> listed = lines.skip(1).map(line -> line.split("\\|", 2)[0].strip()).toList();
            assertThat(files.filter(file -> file.toString().endsWith(".json")).map(file -> EVENTS.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    static String meaning(byte[] json) {
        try {
            return meaning(TriggerDecoder.decode(json));
        } catch (InvalidTriggerException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static String meaning(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Ping ping -> ping.warmUp() ? "deep ping" : "ping";
            case Trigger.Uploads uploads -> "uploads " + objects(uploads.objects());
            case Trigger.Messages batch -> "messages " + batch.messages().stream()
                    .map(message -> message.id() + (message.group() == null ? "" : " in " + message.group()) + " "
                            + (message.problem() == null ? objects(message.objects()) : "broken: " + message.problem()))
                    .toList();
            case Trigger.Job job -> "job " + job.schemaVersion() + " " + job.tasks().stream()
                    .map(task -> task.id() + " " + (task.problem() == null ? objects(task.object().stream().toList())
                            : "broken: " + task.problem()))
                    .toList();
            case Trigger.Gateway gateway -> "gateway " + switch (gateway.request()) {
                case Trigger.GatewayRequest.Valid valid -> meaning(valid.trigger());
                case Trigger.GatewayRequest.Rejected rejected -> "refused: " + rejected.status();
                case Trigger.GatewayRequest.Malformed malformed -> "broken: " + malformed.message();
            };
            case Trigger.Invalid invalid -> "refused: " + invalid.problem();
            case Trigger.Call call -> "call " + switch (call.image()) {
                case ImageSource.Inline inline -> inline.bytes().length + " bytes";
                case ImageSource.Url url -> "link";
                case ImageSource.Stored stored -> objects(List.of(new UploadedObject(stored.object())));
            };
        };
    }

    private static String objects(List<UploadedObject> objects) {
        return objects.stream()
                .map(object -> object.name().bucket() + " " + object.name().key() + " v=" + object.name().versionId()
                        + " e=" + object.stored().etag() + " s=" + object.stored().sequencer())
                .toList().toString();
    }
}
