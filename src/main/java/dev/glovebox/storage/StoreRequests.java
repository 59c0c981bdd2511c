package dev.glovebox.storage;

import java.util.Map;
import java.util.function.LongConsumer;

import io.smallrye.mutiny.Uni;

/**
 * Single requests to a store that speaks the protocol of S3.
 *
 * <p>
 * Thread-safe. Each request starts when subscribed to and ends with its answer; cancellation does not stop it. It fails with a
 * {@link StorageException}, a {@link S3Failures.WriteInProgress} or a {@link S3Failures.NotImplemented}.
 */
interface StoreRequests {

    /** Returns the same requests with these headers instead of the present ones. */
    StoreRequests withHeaders(Map<String, String> headers);

    /** Reads an object of at most that size. */
    default Uni<ObjectContent> get(ObjectName name, long maxBytes) {
        return get(name, maxBytes, size -> {
        });
    }

    /** Like {@link ObjectStore#get(ObjectName, long, LongConsumer)}. */
    Uni<ObjectContent> get(ObjectName name, long maxBytes, LongConsumer sizeListener);

    /** Reads the entity tag of an object, without quotation marks. */
    Uni<String> etag(ObjectName name);

    /** Returns true if this application wrote the object or the object that it was copied from. */
    Uni<Boolean> isMarked(ObjectName name);

    /** Writes an object and returns its entity tag. */
    Uni<String> put(ObjectName name, byte[] json);

    /** Writes an object with {@code If-None-Match: *}. */
    Uni<String> putIfAbsent(ObjectName name, byte[] json);

    /**
     * Writes an object with {@code If-Match}.
     *
     * @param ifMatch the value of the header
     */
    Uni<String> putIfMatch(ObjectName name, byte[] json, String ifMatch);

    /** Removes an object. Succeeds if there is none. */
    Uni<Void> delete(ObjectName name);

    /**
     * Removes an object with {@code If-Match}.
     *
     * @param ifMatch the value of the header
     */
    Uni<Void> deleteIfMatch(ObjectName name, String ifMatch);
}
