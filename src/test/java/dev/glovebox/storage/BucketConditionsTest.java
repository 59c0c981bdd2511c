package dev.glovebox.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.glovebox.testing.VirtualTime;
import io.smallrye.mutiny.Uni;

/** Conditional writes are used only in buckets that have proven them. */
class BucketConditionsTest {

    private static final String CHECK = ".glovebox/store-check.json";

    private final VirtualTime time = new VirtualTime();
    private int ids;

    @ParameterizedTest
    @EnumSource(names = "NOT_ATOMIC", mode = EnumSource.Mode.EXCLUDE)
    void proofFindsWhatTheBucketSupports(ModelStore.Kind kind) {
        ModelStore model = store(kind);

        assertThat(supports(connect(model))).isEqualTo(kind.conditionsHold());

        assertThat(model.keys()).as("the proof removes its object").containsExactly(CHECK);
    }

    @ParameterizedTest
    @EnumSource(names = { "QUOTED_ONLY", "UNQUOTED_ONLY" })
    void entityTagIsSentInTheFormThatTheBucketAccepts(ModelStore.Kind kind) {
        ObjectStore store = connect(store(kind));
        ObjectName name = new ObjectName("bucket", "a.json", null);
        String one = wait(store.create(name, bytes("one")));

        String two = wait(store.replace(name, bytes("two"), one));

        assertThat(wait(store.etag(name))).isEqualTo(two);
        assertThatThrownBy(() -> wait(store.replace(name, bytes("three"), one)))
                .hasRootCauseInstanceOf(StorageException.Conflict.class);
    }

    @ParameterizedTest
    @EnumSource(names = { "SUPPORTED", "UNQUOTED_ONLY", "VERSIONED" })
    void secondInstanceUsesTheVerdictThatTheBucketKeeps(ModelStore.Kind kind) {
        ModelStore model = store(kind);
        supports(connect(model));
        int writes = model.writes();

        assertThat(supports(connect(model))).isEqualTo(kind.conditionsHold());
        assertThat(model.writes()).isEqualTo(writes);

        time.advance(StoreCheck.VALIDITY);
        supports(connect(model));
        assertThat(model.writes()).as("the verdict has expired").isGreaterThan(writes);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "[]", "no JSON",
            "{'schema':'urn:glovebox:schema:store-check-1','endpoint':'other','conditions':'QUOTED','checkedAt':'2026-01-31T08:00:00Z'}",
            "{'schema':'urn:glovebox:schema:store-check-1','endpoint':'model','conditions':'QUOTED','checkedAt':'2999-01-31T08:00:00Z'}",
            "{'schema':'urn:glovebox:schema:store-check-1','endpoint':'model','conditions':'ALWAYS','checkedAt':'2026-01-31T08:00:00Z'}",
            "{'schema':'foreign','endpoint':'model','conditions':'QUOTED','checkedAt':'2026-01-31T08:00:00Z'}" })
    void verdictThatIsNotValidIsProvenAgain(String json) {
        ModelStore model = store(ModelStore.Kind.IGNORED);
        model.write(CHECK, bytes(json.replace('\'', '"')));

        assertThat(supports(connect(model))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "1, 0", "0, 1" })
    void proofThatGetsNoAnswerIsRepeated(double refused, double lost) {
        ModelStore model = new ModelStore(ModelStore.Kind.SUPPORTED, time, new Random(1),
                new ModelStore.Faults(refused, lost, 0, time.instant(), time.instant().plusSeconds(60)));
        ObjectStore store = connect(model);
        assertThatThrownBy(() -> supports(store)).hasRootCauseInstanceOf(StorageException.class);

        time.advance(Duration.ofMinutes(1));

        assertThat(supports(store)).isTrue();
    }

    @Test
    void simultaneousQuestionsShareOneProof() {
        ModelStore model = store(ModelStore.Kind.SUPPORTED);
        supports(connect(model));
        int writesOfOneProof = model.writes();
        ModelStore other = store(ModelStore.Kind.SUPPORTED);
        ObjectStore store = connect(other);
        CompletableFuture<Boolean> first = store.supportsConditions("bucket").subscribeAsCompletionStage();
        CompletableFuture<Boolean> second = store.supportsConditions("bucket").subscribeAsCompletionStage();

        time.advanceUntilDone(CompletableFuture.allOf(first, second));

        assertThat(first.join()).isTrue();
        assertThat(second.join()).isTrue();
        assertThat(other.writes()).isEqualTo(writesOfOneProof);
    }

    @Test
    void plainWritesAndRemovalsNeedNoProof() {
        ModelStore model = store(ModelStore.Kind.SUPPORTED);
        ObjectStore store = connect(model);
        ObjectName name = new ObjectName("bucket", "a.json", null);

        wait(store.remove(name, wait(store.put(name, bytes("one")))));

        assertThat(model.keys()).isEmpty();
        assertThat(model.writes()).as("one write and one removal").isEqualTo(2);
    }

    @Test
    void distrustedBucketIsNotUsedWithConditions() {
        ObjectStore store = connect(store(ModelStore.Kind.SUPPORTED));
        assertThat(supports(store)).isTrue();

        store.distrustConditions("bucket");

        assertThat(supports(store)).isFalse();
    }

    private ModelStore store(ModelStore.Kind kind) {
        return new ModelStore(kind, time, new Random(1),
                new ModelStore.Faults(0, 0, 0, time.instant(), time.instant()));
    }

    private ObjectStore connect(ModelStore model) {
        return model.connect(() -> true, () -> "id-" + ids++);
    }

    private boolean supports(ObjectStore store) {
        return wait(store.supportsConditions("bucket"));
    }

    private <T> T wait(Uni<T> call) {
        CompletableFuture<T> future = call.subscribeAsCompletionStage();
        time.advanceUntilDone(future);
        return future.join();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
