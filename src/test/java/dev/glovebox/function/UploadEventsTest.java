package dev.glovebox.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.provider.Recognition;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.ScriptedProvider;
import dev.glovebox.trace.TraceContext;
import dev.glovebox.trigger.UploadedObject;
import io.smallrye.mutiny.Uni;

/** All objects of an event are read. The settings limit how many are read at once. */
class UploadEventsTest extends EventReadingFixture {

    @Test
    void concurrencyLimitsTheImagesInMemory() throws Exception {
        Semaphore calls = new Semaphore(0);
        List<CompletableFuture<Recognition>> answers = new CopyOnWriteArrayList<>();
        List<UploadedObject> objects = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            objects.add(image(i + ".png"));
            provider.answers(() -> {
                CompletableFuture<Recognition> answer = new CompletableFuture<>();
                answers.add(answer);
                calls.release();
                return Uni.createFrom().completionStage(answer);
            });
        }
        CompletableFuture<Void> event = new UploadEvents().read(objects,
                reading(Map.of("glovebox.trigger.concurrency", "3"), TriggerKind.UPLOAD,
                        invocation(Invocation.Caller.PLATFORM)))
                .subscribeAsCompletionStage();

        for (int done = 0; done < 9; done++) {
            assertThat(calls.tryAcquire(done == 0 ? 3 : done <= 6 ? 1 : 0, 10, TimeUnit.SECONDS)).isTrue();
            assertThat(provider.requests()).hasSize(Math.min(9, done + 3));
            answers.get(done).complete(ScriptedProvider.recognition());
        }

        event.get(10, TimeUnit.SECONDS);
    }

    @Test
    void failedObjectDoesNotUndoTheOthers() throws IOException {
        provider.answers(ScriptedProvider::read).fails(FailureCode.TIMEOUT);

        FailureException thrown = catchThrowableOfType(FailureException.class,
                () -> upload(Map.of("glovebox.trigger.concurrency", "1"), List.of(image("1.png"), image("2.png")),
                        invocation(Invocation.Caller.PLATFORM)));

        assertThat(thrown.failure().code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(root.resolve("bucket/1.png.vin.json")).exists();
        assertThat(root.resolve("bucket/2.png.vin.json")).doesNotExist();
    }

    @Test
    void bucketThatACallerMayNotNameIsNotRead() throws IOException {
        UploadedObject elsewhere = other("1.png", TraceContext.NONE);
        Files.write(root.resolve("other/1.png"), Images.blank("png", 100, 50));

        FailureException thrown = catchThrowableOfType(FailureException.class,
                () -> upload(Map.of("glovebox.storage.buckets", "bucket"), List.of(elsewhere),
                        invocation(Invocation.Caller.HTTP)));

        assertThat(thrown.failure().code()).isEqualTo(FailureCode.FORBIDDEN_SOURCE);
        assertThat(root.resolve("other/1.png.vin.json")).doesNotExist();
        upload(Map.of("glovebox.storage.buckets", "bucket"), List.of(elsewhere), invocation(Invocation.Caller.PLATFORM));
        assertThat(root.resolve("other/1.png.vin.json")).exists();
    }

    @Test
    void objectWithAnExcludedSuffixIsSkipped() throws IOException {
        Files.write(root.resolve("bucket/notes.txt"), "text".getBytes(StandardCharsets.UTF_8));

        upload(Map.of("glovebox.trigger.suffixes", ".JPG, .png"), List.of(object("notes.txt"), image("1.PNG")),
                invocation(Invocation.Caller.PLATFORM));

        assertThat(root.resolve("bucket/notes.txt.vin.json")).doesNotExist();
        assertThat(root.resolve("bucket/1.PNG.vin.json")).exists();
    }

    @Test
    void forbiddenImageHasAnEvent() {
        UploadedObject elsewhere = other("1.png",
                TraceContext.of(null, "Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1"));

        catchThrowableOfType(FailureException.class,
                () -> upload(Map.of(), List.of(elsewhere), invocation(Invocation.Caller.HTTP)));

        assertThat(events.all()).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo("forbidden-source");
            assertThat(event.subject().ids().traceId()).isEqualTo("67891233abcdef012345678912345678");
            assertThat(event.answer().calls()).isEmpty();
        });
    }
}
