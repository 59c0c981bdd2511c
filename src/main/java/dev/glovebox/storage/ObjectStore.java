package dev.glovebox.storage;

import java.util.Map;
import java.util.function.LongConsumer;

import io.smallrye.mutiny.Uni;

/**
 * Objects in buckets.
 *
 * <p>
 * Thread-safe. Nothing happens before a returned Uni is subscribed to. The work then runs on a worker thread, which also
 * delivers the result; cancellation does not stop a request that has started. Failures are {@link StorageException}s.
 */
public interface ObjectStore {

    /**
     * Returns the same store with headers that each of its requests carries, such as those of a trace.
     *
     * @param headers the headers; may be empty
     */
    default ObjectStore tracedBy(Map<String, String> headers) {
        return this;
    }

    /**
     * Reads an object.
     *
     * @param maxBytes the size of the largest object to read
     * @return fails with {@link StorageException.NotFound} or {@link StorageException.TooLarge}
     */
    default Uni<ObjectContent> get(ObjectName name, long maxBytes) {
        return get(name, maxBytes, size -> {
        });
    }

    /**
     * Reads an object.
     *
     * @param maxBytes the size of the largest object to read
     * @param sizeListener receives the size before the content is read, if the store says it; must neither block nor throw
     * @return fails with {@link StorageException.NotFound} or {@link StorageException.TooLarge}
     */
    Uni<ObjectContent> get(ObjectName name, long maxBytes, LongConsumer sizeListener);

    /**
     * Reads the entity tag of an object, without its content.
     *
     * @return the tag without quotation marks; fails with {@link StorageException.NotFound}
     */
    Uni<String> etag(ObjectName name);

    /**
     * Checks for the mark of objects that this application wrote, even if they were copied to another name. Does not read the
     * content.
     *
     * @return false if the store keeps no marks; fails with {@link StorageException.NotFound}
     */
    Uni<Boolean> isMarked(ObjectName name);

    /**
     * Checks whether {@link #create} and {@link #replace} can be used in a bucket. The first check of a bucket may write and
     * remove objects below {@code .glovebox/}.
     *
     * @return false if the bucket does not support conditional writes, or if nothing proves that it does; fails if the store
     *         does not answer
     */
    default Uni<Boolean> supportsConditions(String bucket) {
        return Uni.createFrom().item(true);
    }

    /** Makes {@link #supportsConditions} false, after the bucket has refused a write whose condition was true. */
    default void distrustConditions(String bucket) {
        // the conditions of a store without a proof are the store's own
    }

    /**
     * Writes an object that must not exist yet. Fails in a bucket without conditional writes.
     *
     * @param json bytes that no other writer writes. If an object with the same bytes exists, a store may treat it as this
     *        write, whose answer was lost
     * @return the entity tag; fails with {@link StorageException.Conflict} if the object exists or another write is in progress
     */
    Uni<String> create(ObjectName name, byte[] json);

    /**
     * Replaces the object that has the entity tag. Fails in a bucket without conditional writes.
     *
     * @param json bytes that no other writer writes, as in {@link #create}
     * @return the new entity tag; fails with {@link StorageException.Conflict} if the object is missing or has another tag
     */
    Uni<String> replace(ObjectName name, byte[] json, String etag);

    /**
     * Writes an object unconditionally.
     *
     * @return the entity tag
     */
    Uni<String> put(ObjectName name, byte[] json);

    /** Removes the object if it has the entity tag. Does nothing if it is missing or has another tag. */
    Uni<Void> remove(ObjectName name, String etag);
}
