package dev.glovebox.function;

import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.trace.Correlation;
import dev.glovebox.upload.ImageReader;
import dev.glovebox.upload.ResultJsonOfTests;
import dev.glovebox.upload.UploadReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.document.ReviewRule;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.image.UrlHosts;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.provider.Recognition;
import dev.glovebox.recognition.Recognizer;
import dev.glovebox.storage.FolderObjectStore;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.ObjectStore;
import dev.glovebox.telemetry.ReadingEvent;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.MappedSettings;
import dev.glovebox.testing.RecordedEvents;
import dev.glovebox.testing.ScriptedProvider;
import dev.glovebox.trigger.Answers;
import dev.glovebox.trigger.StoredObject;
import dev.glovebox.trace.TraceContext;
import dev.glovebox.trigger.Trigger;
import io.smallrye.mutiny.Uni;

/** Messages, tasks and the objects of one event: each done or failed by itself, and so many at once as are allowed. */
class EventReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
    private static final ReadOptions OPTIONS = new ReadOptions(LicenseSide.BOTH, true);

    private final ScriptedProvider provider = new ScriptedProvider("scripted",
            ImageLimits.anySide(100_000, Set.of(ImageFormat.PNG)));
    private final AtomicInteger claims = new AtomicInteger();
    private final RecordedEvents events = new RecordedEvents();
    private String hanging;

    @TempDir
    Path root;

    @BeforeEach
    void makeBucket() throws IOException {
        Files.createDirectories(root.resolve("bucket"));
        Files.createDirectories(root.resolve("other"));
    }

    @Test
    void shouldReturnExactlyTheMessagesThatAreToComeAgain() throws IOException {
        provider.answers(ScriptedProvider::read).fails(FailureCode.THROTTLED).answers(ScriptedProvider::read);
        Files.writeString(root.resolve("bucket/page.jpg"), "<html></html>");

        Answers.Messages answer = messages(Map.of("glovebox.trigger.concurrency", "1"),
                new Trigger.Message("poison", null, List.of(), "body: The body is not JSON"), message("good", image("1.png")),
                message("throttled", image("2.png")), message("unsupported", object("page.jpg")),
                message("nothing"), message("gone", object("gone.png")), message("duplicate", image("1.png")),
                message("last", image("3.png")));

        assertThat(answer.batchItemFailures()).extracting(Answers.Messages.Item::itemIdentifier).containsExactly("poison",
                "throttled");
        assertThat(provider.requests()).as("the duplicate is not paid for").hasSize(3);
        assertThat(root.resolve("bucket/page.jpg.vin.json")).content().contains("\"status\":\"failed\"", "unsupported-image");
        assertThat(root.resolve("bucket/2.png.vin.json")).as("released").doesNotExist();
        assertThat(root.resolve("bucket/3.png.vin.json")).exists();
    }

    @Test
    void shouldReadAnObjectOnceThatABatchNamesTwice() throws IOException {
        StoredObject twice = image("1.png");

        Answers.Messages answer = messages(Map.of("glovebox.trigger.concurrency", "8"), message("one", twice),
                message("other", twice), message("both", twice, twice));

        assertThat(answer.batchItemFailures()).isEmpty();
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void shouldBeginNothingThatCannotEndInTime() throws IOException {
        StoredObject late = image("1.png");

        Answers.Messages answer = wait(reader(Map.of()).messages(DocumentType.VIN, List.of(message("late", late)), OPTIONS,
                new Invocation(Invocation.Caller.PLATFORM, NOW.plusMillis(1999), Correlation.of(null, null, null))));

        assertThat(answer.batchItemFailures()).extracting(Answers.Messages.Item::itemIdentifier).containsExactly("late");
        assertThat(root.resolve("bucket/1.png.vin.json")).doesNotExist();
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void shouldTakeABatchOfManyMessagesOfOneGroup() {
        Trigger.Message[] messages = new Trigger.Message[20_000];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = ordered("m" + i, "g");
        }

        assertThat(messages(Map.of(), messages).batchItemFailures()).isEmpty();
    }

    @Test
    void shouldReadAllObjectsOfAMessageThoughOneFails() throws IOException {
        provider.fails(FailureCode.THROTTLED);

        Answers.Messages answer = messages(Map.of(), message("m", image("1.png"), image("2.png")));

        assertThat(answer.batchItemFailures()).hasSize(1);
        assertThat(root.resolve("bucket/1.png.vin.json")).doesNotExist();
        assertThat(root.resolve("bucket/2.png.vin.json")).exists();
    }

    @Test
    void shouldStopAnOrderedGroupAtItsFirstFailure() throws IOException {
        provider.answers(ScriptedProvider::read).fails(FailureCode.PROVIDER_FAILURE);

        Answers.Messages answer = messages(Map.of("glovebox.trigger.concurrency", "1"), ordered("a1", "a", image("1.png")),
                ordered("a2", "a", image("2.png")), ordered("b1", "b", image("3.png")), ordered("a3", "a", image("4.png")));

        assertThat(answer.batchItemFailures()).extracting(Answers.Messages.Item::itemIdentifier).containsExactly("a2", "a3");
        assertThat(root.resolve("bucket/3.png.vin.json")).exists();
        assertThat(root.resolve("bucket/4.png.vin.json")).as("not even begun").doesNotExist();
        assertThat(provider.requests()).hasSize(3);
    }

    @Test
    void shouldAnswerEveryTaskOfAJob() throws IOException {
        provider.answers(ScriptedProvider::read).fails(FailureCode.THROTTLED).fails(FailureCode.PROVIDER_BILLING)
                .fails(FailureCode.NOT_RECOGNIZED);
        Trigger.Job job = new Trigger.Job("2.0", "invocation", List.of(task("1", image("1.png")), task("2", image("2.png")),
                task("3", image("3.png")), task("4", image("4.png")), task("5", object("gone.png")),
                new Trigger.Task("6", Optional.empty(), null),
                new Trigger.Task("7", Optional.empty(), "task: key is missing")));

        Answers.Job answer = wait(reader(Map.of("glovebox.trigger.concurrency", "1")).job(DocumentType.VIN, job, OPTIONS,
                invocation(Invocation.Caller.PLATFORM)));

        assertThat(answer.invocationSchemaVersion()).isEqualTo("2.0");
        assertThat(answer.treatMissingKeysAs()).isEqualTo("PermanentFailure");
        assertThat(answer.invocationId()).isEqualTo("invocation");
        assertThat(answer.results()).extracting(Answers.Task::taskId).containsExactly("1", "2", "3", "4", "5", "6", "7");
        assertThat(answer.results()).extracting(Answers.Task::resultCode).containsExactly("Succeeded", "TemporaryFailure",
                "PermanentFailure", "PermanentFailure", "PermanentFailure", "Succeeded", "PermanentFailure");
        assertThat(answer.results()).extracting(Answers.Task::resultString).element(1).asString().startsWith("throttled: ");
        assertThat(answer.results()).extracting(Answers.Task::resultString).element(6).asString()
                .isEqualTo("invalid-request: task: key is missing");
    }

    @Test
    void shouldHoldNoMoreImagesThanAllowed() throws Exception {
        Semaphore asked = new Semaphore(0);
        List<CompletableFuture<Recognition>> answers = new CopyOnWriteArrayList<>();
        List<StoredObject> objects = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            objects.add(image(i + ".png"));
            provider.answers(() -> {
                CompletableFuture<Recognition> answer = new CompletableFuture<>();
                answers.add(answer);
                asked.release();
                return Uni.createFrom().completionStage(answer);
            });
        }
        CompletableFuture<Void> event = reader(Map.of("glovebox.trigger.concurrency", "3")).objects(DocumentType.VIN, objects,
                OPTIONS, invocation(Invocation.Caller.PLATFORM)).subscribeAsCompletionStage();

        for (int done = 0; done < 9; done++) {
            assertThat(asked.tryAcquire(done == 0 ? 3 : done <= 6 ? 1 : 0, 10, TimeUnit.SECONDS)).isTrue();
            assertThat(provider.requests()).hasSize(Math.min(9, done + 3));
            answers.get(done).complete(ScriptedProvider.recognition());
        }

        event.get(10, TimeUnit.SECONDS);
    }

    @Test
    void shouldKeepTheFirstRecordThoughTheSecondFails() throws IOException {
        provider.answers(ScriptedProvider::read).fails(FailureCode.TIMEOUT);

        FailureException thrown = catchThrowableOfType(FailureException.class,
                () -> wait(reader(Map.of("glovebox.trigger.concurrency", "1")).objects(DocumentType.VIN,
                        List.of(image("1.png"), image("2.png")), OPTIONS, invocation(Invocation.Caller.PLATFORM))));

        assertThat(thrown.failure().code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(root.resolve("bucket/1.png.vin.json")).exists();
        assertThat(root.resolve("bucket/2.png.vin.json")).doesNotExist();
    }

    @Test
    void shouldTouchNoBucketThatACallerMayNotName() throws IOException {
        StoredObject elsewhere = new StoredObject(new ObjectName("other", "1.png", null), null, null);
        Files.write(root.resolve("other/1.png"), Images.blank("png", 100, 50));

        FailureException thrown = catchThrowableOfType(FailureException.class,
                () -> wait(reader(Map.of("glovebox.storage.buckets", "bucket")).objects(DocumentType.VIN, List.of(elsewhere),
                        OPTIONS, invocation(Invocation.Caller.HTTP))));

        assertThat(thrown.failure().code()).isEqualTo(FailureCode.FORBIDDEN_SOURCE);
        assertThat(root.resolve("other/1.png.vin.json")).doesNotExist();
        wait(reader(Map.of("glovebox.storage.buckets", "bucket")).objects(DocumentType.VIN, List.of(elsewhere), OPTIONS,
                invocation(Invocation.Caller.PLATFORM)));
        assertThat(root.resolve("other/1.png.vin.json")).exists();
    }

    @Test
    void shouldLeaveOutWhatTheSettingsDoNotTakeForAnImage() throws IOException {
        Files.write(root.resolve("bucket/notes.txt"), "text".getBytes(StandardCharsets.UTF_8));

        wait(reader(Map.of("glovebox.trigger.suffixes", ".JPG, .png")).objects(DocumentType.VIN,
                List.of(object("notes.txt"), image("1.PNG")), OPTIONS, invocation(Invocation.Caller.PLATFORM)));

        assertThat(root.resolve("bucket/notes.txt.vin.json")).doesNotExist();
        assertThat(root.resolve("bucket/1.PNG.vin.json")).exists();
    }

    @Test
    void shouldTellOfEachImageOnceAndOfWhatCannotBeUnderstood() throws IOException {
        provider.answers(ScriptedProvider::read).fails(FailureCode.THROTTLED);
        StoredObject first = image("1.png");

        messages(Map.of("glovebox.trigger.concurrency", "1"), message("m1", first), message("m2", first),
                message("m3", image("2.png")), new Trigger.Message("m4", null, List.of(), "body is empty"));

        assertThat(events.all()).extracting(ReadingEvent::outcome).containsExactly("succeeded", "throttled",
                "invalid-request");
        assertThat(events.all()).extracting(ReadingEvent::trigger).containsExactly(TriggerKind.MESSAGE, TriggerKind.MESSAGE,
                TriggerKind.UNKNOWN);
        assertThat(events.all()).extracting(ReadingEvent::startsInvocation).containsExactly(true, false, false);
        assertThat(events.all()).extracting(ReadingEvent::isReading).containsExactly(true, true, false);
        assertThat(events.all()).extracting(ReadingEvent::requestId).containsOnly("request-1");
        assertThat(events.all()).extracting(ReadingEvent::object).doesNotHaveDuplicates().element(2).isNull();
    }

    @Test
    void shouldTellOfAnImageThatIsStillUnderWayWhenTheTimeIsOver() throws IOException {
        hanging = "2.png";
        Invocation brief = new Invocation(Invocation.Caller.PLATFORM, NOW.plusSeconds(2), Correlation.of(null, null, null));

        Answers.Messages answer = wait(reader(Map.of("glovebox.trigger.concurrency", "1")).messages(DocumentType.VIN,
                List.of(message("m1", image("1.png")), message("m2", image("2.png"))), OPTIONS, brief));

        assertThat(answer.batchItemFailures()).extracting(Answers.Messages.Item::itemIdentifier).containsExactly("m2");
        assertThat(events.all()).extracting(ReadingEvent::outcome).containsExactly("succeeded", "timeout");
    }

    @Test
    void shouldTellOfAnImageThatNobodyMayName() {
        StoredObject elsewhere = new StoredObject(new ObjectName("other", "1.png", null), null, null,
                TraceContext.of(null, "Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1"));

        catchThrowableOfType(FailureException.class, () -> wait(reader(Map.of()).objects(DocumentType.VIN,
                List.of(elsewhere), OPTIONS, invocation(Invocation.Caller.HTTP))));

        assertThat(events.all()).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo("forbidden-source");
            assertThat(event.traceId()).isEqualTo("67891233abcdef012345678912345678");
            assertThat(event.answer().calls()).isEmpty();
        });
    }

    private Answers.Messages messages(Map<String, String> settings, Trigger.Message... messages) {
        return wait(reader(settings).messages(DocumentType.VIN, List.of(messages), OPTIONS,
                invocation(Invocation.Caller.PLATFORM)));
    }

    private EventReader reader(Map<String, String> given) {
        Map<String, String> values = new HashMap<>();
        given.forEach((key, value) -> values.put(key.substring("glovebox.".length()), value));
        GloveboxSettings settings = MappedSettings.of(GloveboxSettings.class, "glovebox", values);
        Recognizer recognizer = new Recognizer(type -> List.of(provider), () -> NOW, new Random(1));
        UploadReader uploads = new UploadReader(store(), settings.storage(),
                new ImageReader(recognizer, () -> NOW, new ReviewRule(0), false), new ResultJsonOfTests(), () -> NOW,
                () -> "claim-" + claims.incrementAndGet());
        return new EventReader(uploads, new SourceRules(settings.storage(), new UrlHosts(Set.of()), settings),
                new Observer(events.telemetry(() -> NOW)), settings, () -> NOW);
    }

    /** The folder; but whoever asks for the object that hangs waits for ever. */
    private ObjectStore store() {
        ObjectStore folder = new FolderObjectStore(root);
        return (ObjectStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { ObjectStore.class },
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "tracedBy" -> proxy;
                    case "get" -> ((ObjectName) arguments[0]).key().equals(hanging) ? Uni.createFrom().nothing()
                            : method.invoke(folder, arguments);
                    default -> method.invoke(folder, arguments);
                });
    }

    private static Invocation invocation(Invocation.Caller caller) {
        return new Invocation(caller, NOW.plusSeconds(30), Correlation.of("request-1", null, null));
    }

    private StoredObject image(String key) throws IOException {
        Files.write(root.resolve("bucket").resolve(key), Images.blank("png", 100, 50));
        return object(key);
    }

    private static StoredObject object(String key) {
        return new StoredObject(new ObjectName("bucket", key, null), null, null);
    }

    private static Trigger.Message message(String id, StoredObject... objects) {
        return new Trigger.Message(id, null, List.of(objects), null);
    }

    private static Trigger.Message ordered(String id, String group, StoredObject... objects) {
        return new Trigger.Message(id, group, List.of(objects), null);
    }

    private static Trigger.Task task(String id, StoredObject object) {
        return new Trigger.Task(id, Optional.of(object), null);
    }

    private static <T> T wait(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(10));
    }
}
