package dev.glovebox.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.glovebox.failure.FailureCode;
import dev.glovebox.telemetry.ReadingEvent;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.testing.ScriptedProvider;
import dev.glovebox.trigger.Answers;
import dev.glovebox.trigger.Trigger;
import dev.glovebox.trigger.UploadedObject;

/** Each message of a queue succeeds or fails alone. An ordered group stops at its first failed message. */
class MessageBatchesTest extends EventReadingFixture {

    @Test
    void answerListsExactlyTheMessagesThatFailed() throws IOException {
        provider.answers(ScriptedProvider::read).fails(FailureCode.THROTTLED).answers(ScriptedProvider::read);
        Files.writeString(root.resolve("bucket/page.jpg"), "<html></html>");

        Answers.Messages answer = messages(Map.of("glovebox.trigger.concurrency", "1"),
                new Trigger.Message("poison", null, List.of(), "body: The body is not JSON"), message("good", image("1.png")),
                message("throttled", image("2.png")), message("unsupported", object("page.jpg")),
                message("nothing"), message("gone", object("gone.png")), message("duplicate", image("1.png")),
                message("last", image("3.png")));

        assertThat(answer.batchItemFailures()).extracting(Answers.Messages.Item::itemIdentifier).containsExactly("poison",
                "throttled");
        assertThat(provider.requests()).as("no call for the duplicate").hasSize(3);
        assertThat(root.resolve("bucket/page.jpg.vin.json")).content().contains("\"status\":\"failed\"", "unsupported-image");
        assertThat(root.resolve("bucket/2.png.vin.json")).as("claim is released").doesNotExist();
        assertThat(root.resolve("bucket/3.png.vin.json")).exists();
    }

    @Test
    void objectThatABatchNamesTwiceIsReadOnce() throws IOException {
        UploadedObject twice = image("1.png");

        Answers.Messages answer = messages(Map.of("glovebox.trigger.concurrency", "8"), message("one", twice),
                message("other", twice), message("both", twice, twice));

        assertThat(answer.batchItemFailures()).isEmpty();
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void readingDoesNotStartIfItCannotEndInTime() throws IOException {
        UploadedObject late = image("1.png");

        Answers.Messages answer = messages(Map.of(), List.of(message("late", late)), invocation(Duration.ofMillis(1999)));

        assertThat(answer.batchItemFailures()).extracting(Answers.Messages.Item::itemIdentifier).containsExactly("late");
        assertThat(root.resolve("bucket/1.png.vin.json")).doesNotExist();
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void groupOfManyMessagesDoesNotOverflowTheStack() {
        Trigger.Message[] messages = new Trigger.Message[20_000];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = ordered("m" + i, "g");
        }

        assertThat(messages(Map.of(), messages).batchItemFailures()).isEmpty();
    }

    @Test
    void failedObjectDoesNotStopTheOthersOfItsMessage() throws IOException {
        provider.fails(FailureCode.THROTTLED);

        Answers.Messages answer = messages(Map.of(), message("m", image("1.png"), image("2.png")));

        assertThat(answer.batchItemFailures()).hasSize(1);
        assertThat(root.resolve("bucket/1.png.vin.json")).doesNotExist();
        assertThat(root.resolve("bucket/2.png.vin.json")).exists();
    }

    @Test
    void orderedGroupStopsAtItsFirstFailure() throws IOException {
        provider.answers(ScriptedProvider::read).fails(FailureCode.PROVIDER_FAILURE);

        Answers.Messages answer = messages(Map.of("glovebox.trigger.concurrency", "1"), ordered("a1", "a", image("1.png")),
                ordered("a2", "a", image("2.png")), ordered("b1", "b", image("3.png")), ordered("a3", "a", image("4.png")));

        assertThat(answer.batchItemFailures()).extracting(Answers.Messages.Item::itemIdentifier).containsExactly("a2", "a3");
        assertThat(root.resolve("bucket/3.png.vin.json")).exists();
        assertThat(root.resolve("bucket/4.png.vin.json")).as("not started").doesNotExist();
        assertThat(provider.requests()).hasSize(3);
    }

    @Test
    void eachImageAndEachInvalidMessageHasOneEvent() throws IOException {
        provider.answers(ScriptedProvider::read).fails(FailureCode.THROTTLED);
        UploadedObject first = image("1.png");

        messages(Map.of("glovebox.trigger.concurrency", "1"), message("m1", first), message("m2", first),
                message("m3", image("2.png")), new Trigger.Message("m4", null, List.of(), "body is empty"));

        assertThat(events.all()).extracting(ReadingEvent::outcome).containsExactly("succeeded", "throttled",
                "invalid-request");
        assertThat(events.all()).extracting(ReadingEvent::trigger).containsExactly(TriggerKind.MESSAGE, TriggerKind.MESSAGE,
                TriggerKind.UNKNOWN);
        assertThat(events.all()).extracting(event -> event.subject().startsInvocation()).containsExactly(true, false, false);
        assertThat(events.all()).extracting(ReadingEvent::isReading).containsExactly(true, true, false);
        assertThat(events.all()).extracting(event -> event.subject().ids().requestId()).containsOnly("request-1");
        assertThat(events.all()).extracting(event -> event.subject().ids().object()).doesNotHaveDuplicates().element(2)
                .isNull();
    }

    @Test
    void imageThatIsBeingReadAtTheDeadlineHasATimeoutEvent() throws IOException {
        hanging = "2.png";
        Invocation brief = invocation(Duration.ofSeconds(2));

        Answers.Messages answer = messages(Map.of("glovebox.trigger.concurrency", "1"),
                List.of(message("m1", image("1.png")), message("m2", image("2.png"))), brief);

        assertThat(answer.batchItemFailures()).extracting(Answers.Messages.Item::itemIdentifier).containsExactly("m2");
        assertThat(events.all()).extracting(ReadingEvent::outcome).containsExactly("succeeded", "timeout");
    }
}
