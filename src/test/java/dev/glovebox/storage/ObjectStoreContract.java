package dev.glovebox.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

/** The laws of every store. */
abstract class ObjectStoreContract {

    private final ObjectName name = new ObjectName(bucket(), "in/" + UUID.randomUUID() + " 京+%20.json", null);

    abstract ObjectStore store();

    abstract String bucket();

    @Test
    void getReturnsTheWrittenBytesAndTag() {
        String etag = wait(store().put(name, bytes("one")));

        ObjectContent content = wait(store().get(name, 100));

        assertThat(content.bytes()).isEqualTo(bytes("one"));
        assertThat(content.etag()).isEqualTo(etag).doesNotContain("\"");
        assertThat(wait(store().etag(name))).isEqualTo(etag);
    }

    @Test
    void missingObjectIsNotFound() {
        assertThatExceptionOfType(StorageException.NotFound.class).isThrownBy(() -> wait(store().get(name, 100)));
        assertThatExceptionOfType(StorageException.NotFound.class).isThrownBy(() -> wait(store().etag(name)));
    }

    @Test
    void objectAboveTheLimitIsNotRead() {
        wait(store().put(name, bytes("12345")));

        assertThat(wait(store().get(name, 5)).bytes()).hasSize(5);
        assertThatExceptionOfType(StorageException.TooLarge.class).isThrownBy(() -> wait(store().get(name, 4)))
                .withMessage("The object has 5 bytes; the limit is 4")
                .satisfies(large -> assertThat(large.etag()).isEqualTo(wait(store().etag(name))));
    }

    @Test
    void secondCreateConflicts() {
        wait(store().create(name, bytes("one")));

        assertThatExceptionOfType(StorageException.Conflict.class).isThrownBy(() -> wait(store().create(name, bytes("two"))));
        assertThat(wait(store().get(name, 100)).bytes()).isEqualTo(bytes("one"));
    }

    @Test
    void oneOfManySimultaneousCreatesSucceeds() {
        List<CompletableFuture<String>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(store().create(name, bytes("writer " + i)).subscribeAsCompletionStage());
        }

        long winners = writers.stream().filter(writer -> writer.handle((etag, conflict) -> conflict == null).join()).count();

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void replaceNeedsTheCurrentTag() {
        String one = wait(store().create(name, bytes("one")));
        String two = wait(store().replace(name, bytes("two"), one));

        assertThat(two).isNotEqualTo(one);
        assertThatExceptionOfType(StorageException.Conflict.class)
                .isThrownBy(() -> wait(store().replace(name, bytes("three"), one)));
        assertThat(wait(store().get(name, 100)).bytes()).isEqualTo(bytes("two"));
    }

    @Test
    void replaceOfAMissingObjectConflicts() {
        String one = wait(store().create(name, bytes("one")));
        wait(store().remove(name, one));

        assertThatExceptionOfType(StorageException.Conflict.class)
                .isThrownBy(() -> wait(store().replace(name, bytes("two"), one)));
    }

    @Test
    void removeNeedsTheCurrentTag() {
        String one = wait(store().create(name, bytes("one")));
        String two = wait(store().replace(name, bytes("two"), one));

        wait(store().remove(name, one));
        assertThat(wait(store().etag(name))).isEqualTo(two);
        wait(store().remove(name, two));
        assertThatExceptionOfType(StorageException.NotFound.class).isThrownBy(() -> wait(store().etag(name)));
        wait(store().remove(name, two));
    }

    static <T> T wait(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(20));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
