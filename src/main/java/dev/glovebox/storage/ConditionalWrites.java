package dev.glovebox.storage;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;

import dev.glovebox.storage.S3Failures.NotImplemented;
import dev.glovebox.storage.S3Failures.WriteInProgress;
import io.smallrye.mutiny.Uni;

/**
 * Writes and removals that depend on the object's present state.
 *
 * <p>
 * Thread-safe. Requests of one call run one after another. Between two callers the store decides. Cancellation stops the call
 * between two requests.
 */
final class ConditionalWrites {

    private static final int MAX_RETRIES_IN_PROGRESS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final StoreRequests requests;
    private final BucketConditions conditions;

    ConditionalWrites(StoreRequests requests, BucketConditions conditions) {
        this.requests = requests;
        this.conditions = conditions;
    }

    /** Implements {@link ObjectStore#create}. */
    Uni<String> create(ObjectName name, byte[] json) {
        return write(name, json, support -> requests.putIfAbsent(name, json));
    }

    /** Implements {@link ObjectStore#replace}. */
    Uni<String> replace(ObjectName name, byte[] json, String etag) {
        return write(name, json, support -> requests.putIfMatch(name, json, support.ifMatch(etag)))
                // S3 answers 404 to a condition on an object that does not exist
                .onFailure(StorageException.NotFound.class).transform(missing -> new StorageException.Conflict());
    }

    /** Implements {@link ObjectStore#put}. */
    Uni<String> put(ObjectName name, byte[] json) {
        return requests.put(name, json)
                .onFailure(failure -> failure instanceof WriteInProgress || failure instanceof NotImplemented)
                .transform(failure -> new StorageException(failure.getMessage()));
    }

    private Uni<String> write(ObjectName name, byte[] json, Function<ConditionSupport, Uni<String>> request) {
        return conditions.of(name.bucket()).flatMap(support -> support.isProven() ? retryInProgress(request.apply(support))
                : Uni.createFrom().failure(unsupported(name)))
                .onFailure(WriteInProgress.class).transform(failure -> new StorageException.Conflict())
                .onFailure(StorageException.Conflict.class).recoverWithUni(conflict -> acceptOwnWrite(name, json, conflict))
                .onFailure(NotImplemented.class).transform(failure -> {
                    conditions.distrust(name.bucket());
                    return unsupported(name);
                });
    }

    private static StorageException unsupported(ObjectName name) {
        return new StorageException("The bucket " + name.bucket() + " does not support conditional writes");
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
        ConditionSupport support = conditions.known(name.bucket());
        return support.isProven() ? requests.deleteIfMatch(name, support.ifMatch(etag)).onFailure(NotImplemented.class)
                .recoverWithUni(() -> requests.delete(name)) : requests.delete(name);
    }

    private static <T> Uni<T> retryInProgress(Uni<T> request) {
        return request.onFailure(WriteInProgress.class).retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(MAX_RETRIES_IN_PROGRESS);
    }
}
