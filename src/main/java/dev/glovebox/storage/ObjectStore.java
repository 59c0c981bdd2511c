package dev.glovebox.storage;

import java.util.Map;

import io.smallrye.mutiny.Uni;

/**
 * Objects in buckets. Nothing happens before a returned Uni is subscribed to; each then works on a worker thread. Failures are
 * {@link StorageException}s.
 */
public interface ObjectStore {

    /** The same store, with headers that each of its requests carries, such as those of a trace; they may be empty. */
    default ObjectStore tracedBy(Map<String, String> headers) {
        return this;
    }

    /**
     * Reads an object.
     *
     * @param maxBytes a larger one is not read
     * @return fails with {@link StorageException.NotFound} or {@link StorageException.TooLarge}
     */
    Uni<ObjectContent> get(ObjectName name, long maxBytes);

    /**
     * The entity tag of an object, without reading it.
     *
     * @return without quotation marks; fails with {@link StorageException.NotFound}
     */
    Uni<String> etag(ObjectName name);

    /**
     * Whether an object was written here, whatever its name is now; without reading it.
     *
     * @return false where the store keeps no such marks; fails with {@link StorageException.NotFound}
     */
    Uni<Boolean> isMarked(ObjectName name);

    /**
     * Writes an object that must not be there yet.
     *
     * @param json bytes that no other writer writes: a store may take them, where they are there already, for this write's own
     *        whose answer was lost
     * @return its entity tag; fails with {@link StorageException.Conflict} where it is there, or just being written
     */
    Uni<String> create(ObjectName name, byte[] json);

    /**
     * Writes an object in place of the one with that entity tag.
     *
     * @param json likewise
     * @return its entity tag; fails with {@link StorageException.Conflict} where another or none is there
     */
    Uni<String> replace(ObjectName name, byte[] json, String etag);

    /** Writes an object, whatever is there. */
    Uni<String> put(ObjectName name, byte[] json);

    /** Removes the object with that entity tag; does nothing where another or none is there. */
    Uni<Void> remove(ObjectName name, String etag);
}
