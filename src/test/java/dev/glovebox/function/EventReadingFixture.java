package dev.glovebox.function;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import dev.glovebox.async.ByteBudget;
import dev.glovebox.async.Deadline;
import dev.glovebox.async.Timer;
import dev.glovebox.document.DocumentType;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.image.UrlHosts;
import dev.glovebox.recognition.Recognizer;
import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.storage.FolderObjectStore;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.ObjectStore;
import dev.glovebox.storage.StoredObject;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.MappedSettings;
import dev.glovebox.testing.RecordedEvents;
import dev.glovebox.testing.ScriptedProvider;
import dev.glovebox.trace.Correlation;
import dev.glovebox.trace.TraceContext;
import dev.glovebox.trigger.Answers;
import dev.glovebox.trigger.Trigger;
import dev.glovebox.trigger.UploadedObject;
import dev.glovebox.upload.UploadReader;
import dev.glovebox.upload.UploadReaders;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Reads events with a scripted provider. The store is a folder with the buckets {@code bucket} and {@code other}. */
abstract class EventReadingFixture {

    static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");

    final ScriptedProvider provider = new ScriptedProvider("scripted",
            ImageLimits.withoutPixelLimits(100_000, Set.of(ImageFormat.PNG)));
    final RecordedEvents events = new RecordedEvents();
    private final AtomicInteger claims = new AtomicInteger();
    /** The key of an object whose read never ends; null for none. */
    String hanging;

    @TempDir
    Path root;

    @BeforeEach
    void makeBuckets() throws IOException {
        Files.createDirectories(root.resolve("bucket"));
        Files.createDirectories(root.resolve("other"));
    }

    Answers.Messages messages(Map<String, String> settings, Trigger.Message... messages) {
        return messages(settings, List.of(messages), invocation(Invocation.Caller.PLATFORM));
    }

    Answers.Messages messages(Map<String, String> settings, List<Trigger.Message> messages, Invocation invocation) {
        return wait(new MessageBatches().read(messages, reading(settings, TriggerKind.MESSAGE, invocation)));
    }

    Answers.Job job(Map<String, String> settings, Trigger.Job job, Invocation invocation) {
        return wait(new BatchJobs().read(job, reading(settings, TriggerKind.JOB, invocation)));
    }

    void upload(Map<String, String> settings, List<UploadedObject> objects, Invocation invocation) {
        wait(new UploadEvents().read(objects, reading(settings, TriggerKind.UPLOAD, invocation)));
    }

    EventReading reading(Map<String, String> given, TriggerKind trigger, Invocation invocation) {
        Map<String, String> values = new HashMap<>();
        given.forEach((key, value) -> values.put(key.substring("glovebox.".length()), value));
        GloveboxSettings settings = MappedSettings.of(GloveboxSettings.class, "glovebox", values);
        Recognizer recognizer = new Recognizer(type -> List.of(provider), () -> NOW, new Random(1));
        UploadReader uploads = UploadReaders.of(store(), settings.storage(), recognizer, () -> NOW,
                () -> "claim-" + claims.incrementAndGet());
        return new EventReadings(
                new ObjectReader(uploads, new ByteBudget(64 << 20), new Timer(Infrastructure::getDefaultWorkerPool)),
                new SourceRules(settings.storage(), new UrlHosts(Set.of()), settings),
                new Observer(events.telemetry(() -> NOW)), new ReadOptionsFactory(settings), settings)
                .begin(DocumentType.VIN, trigger, invocation);
    }

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

    static Invocation invocation(Invocation.Caller caller) {
        return new Invocation(caller, Deadline.after(Duration.ofSeconds(30), () -> NOW),
                Correlation.of("request-1", null, null));
    }

    static Invocation invocation(Duration remaining) {
        return new Invocation(Invocation.Caller.PLATFORM, Deadline.after(remaining, () -> NOW),
                Correlation.of("request-1", null, null));
    }

    UploadedObject image(String key) throws IOException {
        Files.write(root.resolve("bucket").resolve(key), Images.blank("png", 100, 50));
        return object(key);
    }

    static UploadedObject object(String key) {
        return new UploadedObject(new StoredObject(new ObjectName("bucket", key, null), null, null));
    }

    static UploadedObject other(String key, TraceContext trace) {
        return new UploadedObject(new StoredObject(new ObjectName("other", key, null), null, null), trace);
    }

    static Trigger.Message message(String id, UploadedObject... objects) {
        return new Trigger.Message(id, null, List.of(objects), null);
    }

    static Trigger.Message ordered(String id, String group, UploadedObject... objects) {
        return new Trigger.Message(id, group, List.of(objects), null);
    }

    static Trigger.Task task(String id, UploadedObject object) {
        return new Trigger.Task(id, Optional.of(object), null);
    }

    private static <T> T wait(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(10));
    }
}
