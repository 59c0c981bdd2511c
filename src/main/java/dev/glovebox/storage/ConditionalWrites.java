package dev.glovebox.storage;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

import dev.glovebox.storage.S3Failures.NotImplemented;
import dev.glovebox.storage.S3Failures.WriteInProgress;
import io.smallrye.mutiny.Uni;

/**
 * Writes and removals that depend on the object's present state. Falls back to a check before the write if the store does not
 * support conditions.
 *
 * <p>
 * Thread-safe. Requests of one call run one after another on worker threads. Between two callers the store decides; without
 * conditions both may succeed. Cancellation stops the call between two requests.
 */
final class ConditionalWrites {

    private static final int MAX_RETRIES_IN_PROGRESS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final S3Requests requests;
    private final S3Conditions conditions;

    ConditionalWrites(S3Requests requests, S3Conditions conditions) {
        this.requests = requests;
        this.conditions = conditions;
    }

    /** Implements {@link ObjectStore#create}. */
    Uni<String> create(ObjectName name, byte[] json) {
        return write(name, json, Optional.empty())
                .flatMap(etag -> conditions.isProbed() ? Uni.createFrom().item(etag) : probe(name, json, etag));
    }

    /** Implements {@link ObjectStore#replace}. */
    Uni<String> replace(ObjectName name, byte[] json, String etag) {
        return write(name, json, Optional.of(etag));
    }

    /** Implements {@link ObjectStore#put}. */
    Uni<String> put(ObjectName name, byte[] json) {
        return requests.put(name, json)
                .onFailure(failure -> failure instanceof WriteInProgress || failure instanceof NotImplemented)
                .transform(failure -> new StorageException(failure.getMessage()));
    }

    /** @param expected the entity tag of the object to replace; empty if no object may exist */
    private Uni<String> write(ObjectName name, byte[] json, Optional<String> expected) {
        if (!conditions.isSupported()) {
            return checkAndPut(name, json, expected);
        }
        return retryInProgress(expected.map(etag -> requests.putIfMatch(name, json, etag))
                .orElseGet(() -> requests.putIfAbsent(name, json)))
                // S3 answers 404 to a condition on an object that does not exist
                .onFailure(failure -> failure instanceof WriteInProgress || failure instanceof StorageException.NotFound)
                .transform(failure -> new StorageException.Conflict())
                .onFailure(StorageException.Conflict.class).recoverWithUni(conflict -> acceptOwnWrite(name, json, conflict))
                .onFailure(NotImplemented.class).recoverWithUni(() -> {
                    conditions.markUnsupported("answers 501");
                    return checkAndPut(name, json, expected);
                });
    }

    /** Not atomic: two simultaneous writers may both find the expected state. */
    private Uni<String> checkAndPut(ObjectName name, byte[] json, Optional<String> expected) {
        return requests.etag(name).map(Optional::of).onFailure(StorageException.NotFound.class)
                .recoverWithItem(Optional.empty()).flatMap(found -> found.equals(expected) ? put(name, json)
                        : Uni.createFrom().failure(new StorageException.Conflict()));
    }

    /** Creates the existing object again, once per store. A store that allows this ignores conditions. */
    private Uni<String> probe(ObjectName name, byte[] json, String etag) {
        conditions.setProbed(true);
        byte[] other = Arrays.copyOf(json, json.length + 1);
        other[json.length] = ' ';
        return requests.putIfAbsent(name, other).invoke(overwritten -> {
            if (conditions.isSupported()) {
                conditions.markUnsupported("ignores them");
            }
        }).onFailure(StorageException.Conflict.class).recoverWithItem(etag).onFailure().recoverWithUni(() -> {
            // the probe has no result, and may have written
            conditions.setProbed(false);
            return requests.etag(name);
        });
    }

    /** A write whose answer was lost is sent again and then conflicts with its own bytes. */
    private Uni<String> acceptOwnWrite(ObjectName name, byte[] json, Throwable conflict) {
        return requests.get(name, json.length).onItemOrFailure().transformToUni((content, failure) -> failure == null
                && Arrays.equals(content.bytes(), json) ? Uni.createFrom().item(content.etag())
                        : Uni.createFrom().failure(conflict));
    }

    /** Implements {@link ObjectStore#remove}. */
    Uni<Void> remove(ObjectName name, String etag) {
        // checks the tag first, since some stores ignore the condition of a removal
        return retryInProgress(requests.etag(name)
                .flatMap(current -> current.equals(etag) ? delete(name, etag) : Uni.createFrom().voidItem()))
                .onFailure(WriteInProgress.class)
                .transform(failure -> new StorageException("The store is still busy with another write to the object"))
                .onFailure(StorageException.NotFound.class).recoverWithNull()
                .onFailure(StorageException.Conflict.class).recoverWithNull();
    }

    private Uni<Void> delete(ObjectName name, String etag) {
        Supplier<Uni<? extends Void>> unconditional = () -> requests.delete(name);
        return conditions.isSupported()
                ? requests.deleteIfMatch(name, etag).onFailure(NotImplemented.class).recoverWithUni(unconditional)
                : requests.delete(name);
    }

    private static <T> Uni<T> retryInProgress(Uni<T> request) {
        return request.onFailure(WriteInProgress.class).retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(MAX_RETRIES_IN_PROGRESS);
    }
}
