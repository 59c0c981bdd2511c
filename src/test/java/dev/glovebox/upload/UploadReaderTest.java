package dev.glovebox.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.glovebox.async.Deadline;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import dev.glovebox.recognition.Recognizer;
import dev.glovebox.storage.ClaimMode;
import dev.glovebox.storage.FolderObjectStore;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.ObjectStore;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.storage.StoredObject;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.ImmediateTimer;
import dev.glovebox.testing.ScriptedProvider;
import dev.glovebox.trace.TraceContext;
import io.smallrye.mutiny.Uni;

/** Each image has one result and is paid for once. A failure that permits a retry leaves no object behind. */
class UploadReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final ObjectName IMAGE = new ObjectName("bucket", "car.png", null);
    private static final Duration CLAIM_TIMEOUT = Duration.ofMinutes(2);
    private static final ObjectName RESULT = IMAGE.sibling("car.png.vin.json");

    private final ScriptedProvider provider = new ScriptedProvider("scripted",
            new ImageLimits(15, 4096, 100_000, Set.of(ImageFormat.PNG)));
    private Instant now = Instant.parse("2026-01-31T08:00:00Z");

    private final AtomicInteger claims = new AtomicInteger();
    private final Semaphore called = new Semaphore(0);
    private final RecordedReading listener = new RecordedReading();
    private boolean traceparent = true;
    private TraceContext trace = TraceContext.NONE;

    @TempDir
    Path root;
    private ObjectStore store;

    @BeforeEach
    void putImage() throws IOException {
        Files.createDirectories(root.resolve("bucket"));
        store = new FolderObjectStore(root);
        wait(store.put(IMAGE, Images.blank("png", 100, 50)));
    }

    @ParameterizedTest
    @EnumSource(names = { "AUTO", "READ_BACK" })
    void writesTheResultNextToTheImage(ClaimMode claim) throws IOException {
        assertThat(read(claim, event())).isInstanceOf(UploadOutcome.Written.class);

        JsonNode result = result();
        assertThat(result.path("schema").asText()).isEqualTo("urn:glovebox:schema:vin-1");
        assertThat(result.path("status").asText()).isEqualTo("succeeded");
        assertThat(result.path("processedAt").asText()).isEqualTo("2026-01-31T08:00:00Z");
        assertThat(result.path("document").path("vin").path("value").asText()).isEqualTo(ScriptedProvider.VIN);
        JsonNode source = result.path("source");
        assertThat(source.path("bucket").asText()).isEqualTo("bucket");
        assertThat(source.path("key").asText()).isEqualTo("car.png");
        assertThat(source.path("etag").asText()).isEqualTo(wait(store.etag(IMAGE)));
        assertThat(source.path("sequencer").asText()).isEqualTo("0055");
        assertThat(source.path("format").asText()).isEqualTo("png");
        assertThat(source.path("width").asInt()).isEqualTo(100);
        assertThat(source.path("height").asInt()).isEqualTo(50);
        assertThat(result.has("raw")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = { "AUTO", "READ_BACK" })
    void duplicateMakesNoProviderCall(ClaimMode claim) {
        read(claim, event());
        String etag = wait(store.etag(RESULT));
        now = now.plusSeconds(1);

        assertThat(read(claim, event())).isInstanceOf(UploadOutcome.Written.class);
        assertThat(read(claim, new StoredObject(IMAGE, null, null))).as("a call that names no version")
                .isInstanceOf(UploadOutcome.Written.class);
        assertThat(read(claim, new StoredObject(IMAGE, "another", null))).as("an event of an older version")
                .isInstanceOf(UploadOutcome.Written.class);

        assertThat(provider.requests()).hasSize(1);
        assertThat(wait(store.etag(RESULT))).as("result is unchanged").isEqualTo(etag);
    }

    @ParameterizedTest
    @EnumSource(names = { "AUTO", "READ_BACK" })
    void readsANewImageAtTheSameKey(ClaimMode claim) throws IOException {
        read(claim, event());
        wait(store.put(IMAGE, Images.blank("png", 200, 50)));

        read(claim, event());

        assertThat(provider.requests()).hasSize(2);
        assertThat(result().path("source").path("width").asInt()).isEqualTo(200);
    }

    @Test
    void resultNamesTheVersionThatWasRead() throws IOException {
        String etag = wait(store.etag(IMAGE));

        read(ClaimMode.AUTO, new StoredObject(IMAGE, "of-the-event", "0055"));

        assertThat(result().path("source").path("etag").asText()).isEqualTo(etag).isNotEqualTo("of-the-event");
    }

    @Test
    void concurrentDeliveriesMakeOneProviderCall() throws InterruptedException {
        CompletableFuture<Recognition> answer = new CompletableFuture<>();
        answerLater(answer);
        UploadReader reader = reader(ClaimMode.AUTO);
        CompletableFuture<UploadOutcome> winner = reader.read(task(), event())
                .subscribeAsCompletionStage();
        awaitProviderCall();

        FailureException loser = catchThrowableOfType(FailureException.class, () -> read(ClaimMode.AUTO, event()));
        answer.complete(ScriptedProvider.recognition());

        assertThat(loser.failure().code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(winner.join()).isInstanceOf(UploadOutcome.Written.class);
        assertThat(read(ClaimMode.AUTO, event())).as("the redelivery finds the result")
                .isInstanceOf(UploadOutcome.Written.class);
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void takesOverAnExpiredClaim() throws IOException {
        wait(store.create(RESULT,
                ("{\"schema\":\"urn:glovebox:schema:vin-1\",\"status\":\"processing\",\"source\":{\"bucket\":\"bucket\",\"key\":\"car.png\"},\"expiresAt\":\""
                        + now.plusSeconds(1) + "\"}").getBytes()));
        assertThat(catchThrowableOfType(FailureException.class, () -> read(ClaimMode.AUTO, event()))).isNotNull();
        assertThat(provider.requests()).isEmpty();

        now = now.plusSeconds(1);
        read(ClaimMode.AUTO, event());

        assertThat(result().path("status").asText()).isEqualTo("succeeded");
        assertThat(provider.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = { "THROTTLED", "PROVIDER_AUTH", "PROVIDER_BILLING", "PROVIDER_FAILURE", "PROVIDER_UNAVAILABLE",
            "TIMEOUT" })
    void retryableFailureIsThrownAndReleasesTheClaim(FailureCode code) throws IOException {
        provider.fails(code);

        FailureException thrown = catchThrowableOfType(FailureException.class, () -> read(ClaimMode.AUTO, event()));

        assertThat(thrown.failure().code()).isEqualTo(code);
        assertThat(Files.exists(root.resolve("bucket/car.png.vin.json"))).as("no claim remains").isFalse();
        read(ClaimMode.AUTO, event());
        assertThat(result().path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void writesAFailureOfTheImage() throws IOException {
        provider.fails(FailureCode.NOT_RECOGNIZED);

        assertThat(read(ClaimMode.AUTO, event())).isInstanceOf(UploadOutcome.Failed.class);

        JsonNode result = result();
        assertThat(result.path("status").asText()).isEqualTo("failed");
        assertThat(result.path("error").path("code").asText()).isEqualTo("not-recognized");
        assertThat(result.path("error").path("status").asInt()).isEqualTo(422);
        assertThat(result.path("provider").path("attempts").path(0).path("outcome").asText()).isEqualTo("not-recognized");
        assertThat(read(ClaimMode.AUTO, event())).as("the same answer again").isInstanceOfSatisfying(UploadOutcome.Failed.class,
                again -> assertThat(again.failure().code()).isEqualTo(FailureCode.NOT_RECOGNIZED));
        assertThat(provider.requests()).as("a failed result is final").hasSize(1);
    }

    @Test
    void writesAFailureForANonImageWithoutAProviderCall() throws IOException {
        wait(store.put(IMAGE, "GIF89a, and more of it".getBytes()));

        read(ClaimMode.AUTO, event());

        assertThat(result().path("error").path("code").asText()).isEqualTo("unsupported-image");
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void writesAFailureForATooLargeObjectWithoutAProviderCall() throws IOException {
        wait(store.put(IMAGE, new byte[75_001]));

        read(ClaimMode.AUTO, event());
        String etag = wait(store.etag(RESULT));
        now = now.plusSeconds(1);
        read(ClaimMode.AUTO, event());

        assertThat(wait(store.etag(RESULT))).as("a failed result is final").isEqualTo(etag);

        assertThat(result().path("error").path("code").asText()).isEqualTo("image-too-large");
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void olderEventDoesNotOverwriteANewerResult() throws IOException {
        read(ClaimMode.AUTO, event());
        wait(store.put(IMAGE, Images.blank("png", 200, 50)));

        assertThat(read(ClaimMode.AUTO, new StoredObject(IMAGE, "older", "0054"))).isInstanceOf(UploadOutcome.Written.class);

        assertThat(provider.requests()).hasSize(1);
        assertThat(result().path("source").path("width").asInt()).isEqualTo(100);
        read(ClaimMode.AUTO, new StoredObject(IMAGE, "newer", "0056"));
        assertThat(result().path("source").path("width").asInt()).isEqualTo(200);
    }

    @Test
    void storesThePaidAnswerAfterItsClaimWasTakenOverAndReleased() throws IOException, InterruptedException {
        CompletableFuture<Recognition> answer = new CompletableFuture<>();
        answerLater(answer);
        provider.fails(FailureCode.THROTTLED);
        CompletableFuture<UploadOutcome> slow = reader(ClaimMode.AUTO).read(task(), event())
                .subscribeAsCompletionStage();
        awaitProviderCall();
        now = now.plus(Duration.ofMinutes(2));
        // another instance takes the claim over, is throttled and releases the claim
        assertThat(catchThrowableOfType(FailureException.class, () -> read(ClaimMode.AUTO, event()))).isNotNull();

        answer.complete(ScriptedProvider.recognition());

        assertThat(slow.join()).isInstanceOf(UploadOutcome.Written.class);
        assertThat(result().path("status").asText()).isEqualTo("succeeded");
    }

    @Test
    void keepsTheResultOfTheInstanceThatTookTheClaimOver() throws IOException, InterruptedException {
        CompletableFuture<Recognition> answer = new CompletableFuture<>();
        answerLater(answer);
        CompletableFuture<UploadOutcome> slow = reader(ClaimMode.AUTO).read(task(), event())
                .subscribeAsCompletionStage();
        awaitProviderCall();
        now = now.plus(Duration.ofMinutes(2));
        read(ClaimMode.AUTO, event());
        byte[] otherResult = wait(store.get(RESULT, 100_000)).bytes();
        now = now.plusSeconds(1);

        answer.complete(ScriptedProvider.recognition());

        assertThat(slow.join()).isInstanceOfSatisfying(UploadOutcome.Written.class,
                written -> assertThat(written.result()).isEqualTo(otherResult));
        assertThat(wait(store.get(RESULT, 100_000)).bytes()).isEqualTo(otherResult);
    }

    @Test
    void deletedObjectFailsWithoutAResult() throws IOException {
        Files.delete(root.resolve("bucket/car.png"));

        assertThat(read(ClaimMode.AUTO, event())).isInstanceOfSatisfying(UploadOutcome.Failed.class,
                gone -> assertThat(gone.failure().code()).isEqualTo(FailureCode.SOURCE_NOT_FOUND));
        assertThat(Files.exists(root.resolve("bucket/car.png.vin.json"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"mine\": true}", "{\"status\": \"draft\"}", "{\"status\": \"processing\"}", "[]", "no JSON",
            "{\"schema\": \"urn:glovebox:schema:vin-1\", \"status\": \"draft\"}" })
    void doesNotOverwriteAForeignObject(String foreign) throws IOException {
        Files.writeString(root.resolve("bucket/car.png.vin.json"), foreign);

        FailureException thrown = catchThrowableOfType(FailureException.class, () -> read(ClaimMode.AUTO, event()));

        assertThat(thrown.failure().code()).isEqualTo(FailureCode.FORBIDDEN_SOURCE);
        assertThat(Files.readString(root.resolve("bucket/car.png.vin.json"))).isEqualTo(foreign);
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void listenerReceivesTheReadingAndThenTheDuplicate() {
        read(ClaimMode.AUTO, event());
        assertThat(listener.all()).containsExactly("fetched " + Images.blank("png", 100, 50).length, "called 1, failovers 0",
                "review false");
        listener.clear();

        read(ClaimMode.AUTO, event());

        assertThat(listener.all()).containsExactly("duplicate");
    }

    @Test
    void listenerReceivesTheTakeoverOfAnExpiredClaim() throws InterruptedException {
        provider.answers(() -> {
            called.release();
            return Uni.createFrom().nothing();
        });
        // this instance never ends its work
        reader(ClaimMode.AUTO).read(task(), event()).subscribeAsCompletionStage();
        awaitProviderCall();
        now = now.plus(Duration.ofMinutes(2));
        listener.clear();

        read(ClaimMode.AUTO, event());

        assertThat(listener.all()).startsWith("taken over");
        assertThat(provider.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    @SuppressWarnings("unchecked")
    void settingDecidesWhetherTheStoreGetsTheTraceparent(boolean enabled) {
        traceparent = enabled;
        List<Map<String, String>> traces = new CopyOnWriteArrayList<>();
        ObjectStore folder = store;
        store = (ObjectStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { ObjectStore.class },
                (proxy, method, arguments) -> {
                    if (method.getName().equals("tracedBy")) {
                        traces.add(Map.copyOf((Map<String, String>) arguments[0]));
                        return folder;
                    }
                    return method.invoke(folder, arguments);
                });

        trace = TraceContext.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "Root=1-5759e988-bd862e3fe1be46a994272793");
        read(ClaimMode.AUTO, event());

        assertThat(traces).singleElement().satisfies(headers -> {
            assertThat(headers).containsEntry("X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793");
            assertThat(headers.containsKey("traceparent")).isEqualTo(enabled);
        });
    }

    @Test
    void passesTheTraceToTheProvider() {
        trace = TraceContext.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", null);

        read(ClaimMode.AUTO, event());

        assertThat(provider.requests()).singleElement().extracting(OcrRequest::trace)
                .isEqualTo(Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    }

    @Test
    void claimThatExpiresInAThousandYearsLastsForTheClaimTimeout() throws IOException {
        wait(store.create(RESULT, claim(0, "2999-01-01T00:00:00Z")));
        assertThat(catchThrowableOfType(FailureException.class, () -> read(ClaimMode.AUTO, event()))).isNotNull();
        assertThat(provider.requests()).isEmpty();

        setAgeOfResult(CLAIM_TIMEOUT);
        read(ClaimMode.AUTO, event());

        assertThat(result().path("status").asText()).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @EnumSource(names = { "AUTO", "READ_BACK" })
    void answerThatCouldNotBeStoredIsStoredByTheNextDeliveryWithoutAnotherCall(ClaimMode claim) throws IOException {
        RefusingStore refusing = new RefusingStore(store);
        store = refusing;
        UploadReader reader = reader(claim);
        refusing.refuse(RefusingStore::isResult);

        FailureException thrown = catchThrowableOfType(FailureException.class, () -> wait(reader.read(task(), event())));

        assertThat(thrown.failure().code()).isEqualTo(FailureCode.STORAGE_FAILURE);
        assertThat(result().path("status").asText()).as("the claim stays").isEqualTo("processing");
        refusing.refuse(write -> false);
        assertThat(wait(reader.read(task(), event()))).isInstanceOf(UploadOutcome.Written.class);
        assertThat(result().path("status").asText()).isEqualTo("succeeded");
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void answerIsWrittenUnconditionallyIfTheStoreRefusesTheTagOfTheClaim() throws IOException {
        RefusingStore refusing = new RefusingStore(store);
        store = refusing;
        refusing.conflictOnReplace();

        assertThat(read(ClaimMode.AUTO, event())).isInstanceOf(UploadOutcome.Written.class);

        assertThat(result().path("status").asText()).isEqualTo("succeeded");
        assertThat(refusing.isDistrusted()).isTrue();
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void noProviderIsCalledForAnHourAfterFourAnswersThatCouldNotBeStored() throws IOException {
        RefusingStore refusing = new RefusingStore(store);
        store = refusing;
        refusing.refuse(RefusingStore::isResult);
        for (int i = 0; i < 4; i++) {
            // each delivery reaches another instance
            assertThat(catchThrowableOfType(FailureException.class, () -> read(ClaimMode.AUTO, event()))).isNotNull();
            now = now.plus(CLAIM_TIMEOUT);
        }
        assertThat(provider.requests()).hasSize(4);
        listener.clear();

        FailureException paused = catchThrowableOfType(FailureException.class, () -> read(ClaimMode.AUTO, event()));
        assertThat(paused.failure().code()).isEqualTo(FailureCode.STORAGE_FAILURE);
        assertThat(listener.all()).contains("calls paused");
        refusing.refuse(write -> false);
        now = now.plus(Duration.ofMinutes(59));
        assertThat(catchThrowableOfType(FailureException.class, () -> read(ClaimMode.AUTO, event())).failure().code())
                .isEqualTo(FailureCode.STORAGE_FAILURE);
        assertThat(provider.requests()).hasSize(4);

        now = now.plus(Duration.ofMinutes(1));
        read(ClaimMode.AUTO, event());

        assertThat(result().path("status").asText()).isEqualTo("succeeded");
        assertThat(provider.requests()).hasSize(5);
    }

    @Test
    void foreignObjectThatReplacedTheClaimIsNotOverwritten() throws IOException, InterruptedException {
        CompletableFuture<Recognition> answer = new CompletableFuture<>();
        answerLater(answer);
        CompletableFuture<UploadOutcome> reading = reader(ClaimMode.READ_BACK).read(task(), event())
                .subscribeAsCompletionStage();
        awaitProviderCall();
        Files.writeString(root.resolve("bucket/car.png.vin.json"), "{\"mine\": true}");

        answer.complete(ScriptedProvider.recognition());

        assertThat(catchThrowableOfType(CompletionException.class, reading::join)).cause()
                .isInstanceOfSatisfying(FailureException.class,
                        thrown -> assertThat(thrown.failure().code()).isEqualTo(FailureCode.FORBIDDEN_SOURCE));
        assertThat(Files.readString(root.resolve("bucket/car.png.vin.json"))).isEqualTo("{\"mine\": true}");
    }

    @Test
    void instanceThatLostItsClaimDuringTheFetchCallsNoProvider() {
        RefusingStore refusing = new RefusingStore(store);
        store = refusing;
        refusing.onGet(IMAGE, () -> wait(refusing.put(RESULT, claim(0, now.plusSeconds(60).toString()))));

        FailureException thrown = catchThrowableOfType(FailureException.class, () -> read(ClaimMode.READ_BACK, event()));

        assertThat(thrown.failure().code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void conditionalModeReadsNothingWithoutProvenConditions() {
        RefusingStore refusing = new RefusingStore(store);
        store = refusing;
        refusing.distrustConditions("bucket");

        FailureException thrown = catchThrowableOfType(FailureException.class, () -> read(ClaimMode.CONDITIONAL, event()));

        assertThat(thrown.failure().code()).isEqualTo(FailureCode.STORAGE_FAILURE);
        assertThat(thrown.failure().detail()).contains("The bucket bucket");
        assertThat(provider.requests()).isEmpty();
        assertThat(read(ClaimMode.AUTO, event())).isInstanceOf(UploadOutcome.Written.class);
    }

    @Test
    void alternativeNameIsReadIfNoObjectHasTheName() throws IOException {
        ObjectName missing = IMAGE.sibling("car+1.png");

        assertThat(read(ClaimMode.AUTO, new StoredObject(missing, null, "0055", IMAGE, null)))
                .isInstanceOf(UploadOutcome.Written.class);

        assertThat(result().path("source").path("key").asText()).isEqualTo("car.png");
        assertThat(Files.exists(root.resolve("bucket/car+1.png.vin.json"))).as("a claim remains").isFalse();
    }

    @Test
    void objectIsGoneOnlyIfBothReadingsOfItsNameAreMissing() throws IOException {
        Files.delete(root.resolve("bucket/car.png"));

        assertThat(read(ClaimMode.AUTO, new StoredObject(IMAGE.sibling("car+1.png"), null, "0055", IMAGE, null)))
                .isInstanceOfSatisfying(UploadOutcome.Failed.class,
                        gone -> assertThat(gone.failure().code()).isEqualTo(FailureCode.SOURCE_NOT_FOUND));
    }

    @Test
    void alternativeNameIsNotReadIfTheObjectExists() {
        ObjectName other = IMAGE.sibling("other.png");
        wait(store.put(other, Images.blank("png", 100, 50)));

        read(ClaimMode.AUTO, new StoredObject(IMAGE, null, "0055", other, null));

        assertThat(provider.requests()).hasSize(1);
        assertThat(Files.exists(root.resolve("bucket/other.png.vin.json"))).isFalse();
    }

    private byte[] claim(int unwrittenAnswers, String expiresAt) {
        return """
                {"schema": "urn:glovebox:schema:vin-1", "status": "processing", "claim": "other", "expiresAt": "%s",
                 "unwrittenAnswers": %d, "source": {"bucket": "bucket", "key": "car.png"}}"""
                .formatted(expiresAt, unwrittenAnswers).getBytes(StandardCharsets.UTF_8);
    }

    private void setAgeOfResult(Duration age) throws IOException {
        Files.setLastModifiedTime(root.resolve("bucket/car.png.vin.json"), FileTime.from(Instant.now().minus(age)));
    }

    /** The provider is called only after the claim was written. */
    private void awaitProviderCall() throws InterruptedException {
        assertThat(called.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(provider.requests()).hasSize(1);
    }

    private void answerLater(CompletableFuture<Recognition> answer) {
        provider.answers(() -> {
            called.release();
            return Uni.createFrom().completionStage(answer);
        });
    }

    private UploadOutcome read(ClaimMode claim, StoredObject object) {
        return wait(reader(claim).read(task(), object));
    }

    private UploadReader reader(ClaimMode claim) {
        Recognizer recognizer = new Recognizer(type -> List.of(provider), () -> now, new Random(1));
        return UploadReaders.of(store, settings(claim), recognizer, () -> now, () -> "claim-" + claims.incrementAndGet(),
                ImmediateTimer.create());
    }

    private ImageTask task() {
        return new ImageTask(DocumentType.VIN, options(), Deadline.after(Duration.ofSeconds(30), () -> now), trace, listener);
    }

    private StoredObject event() {
        return new StoredObject(IMAGE, null, "0055");
    }

    private static ReadOptions options() {
        return new ReadOptions(LicenseSide.BOTH, true);
    }

    private JsonNode result() throws IOException {
        return JSON.readTree(wait(store.get(RESULT, 100_000)).bytes());
    }

    private StorageSettings settings(ClaimMode claim) {
        return new StorageSettings() {
            @Override
            public Type type() {
                return Type.FOLDER;
            }

            @Override
            public Path folder() {
                return Path.of("unused");
            }

            @Override
            public Optional<Set<String>> buckets() {
                return Optional.empty();
            }

            @Override
            public ClaimMode claim() {
                return claim;
            }

            @Override
            public boolean traceparent() {
                return traceparent;
            }

            @Override
            public Duration claimTimeout() {
                return CLAIM_TIMEOUT;
            }
        };
    }

    private static <T> T wait(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(10));
    }
}
