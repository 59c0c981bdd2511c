package dev.glovebox.upload;

import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

import dev.glovebox.storage.ObjectContent;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.ObjectStore;
import dev.glovebox.storage.StorageException;
import io.smallrye.mutiny.Uni;

/** A store that refuses some writes. */
final class RefusingStore implements ObjectStore {

    private final ObjectStore store;
    private Predicate<byte[]> refused = write -> false;
    private boolean conflictOnReplace;
    private boolean distrusted;
    private ObjectName watched;
    private Runnable beforeGet;

    RefusingStore(ObjectStore store) {
        this.store = store;
    }

    /** Returns true for a result, and false for a claim. */
    static boolean isResult(byte[] json) {
        return !new String(json, StandardCharsets.UTF_8).contains("\"status\":\"processing\"");
    }

    /** Refuses the writes with such content. */
    void refuse(Predicate<byte[]> writes) {
        refused = writes;
    }

    /** Answers each conditional replacement with a conflict. */
    void conflictOnReplace() {
        conflictOnReplace = true;
    }

    /** Runs an action once, before the next read of an object. */
    void onGet(ObjectName name, Runnable action) {
        watched = name;
        beforeGet = action;
    }

    boolean isDistrusted() {
        return distrusted;
    }

    @Override
    public Uni<Boolean> supportsConditions(String bucket) {
        return Uni.createFrom().item(!distrusted);
    }

    @Override
    public void distrustConditions(String bucket) {
        distrusted = true;
    }

    @Override
    public Uni<ObjectContent> get(ObjectName name, long maxBytes, LongConsumer sizeListener) {
        if (name.equals(watched)) {
            watched = null;
            beforeGet.run();
        }
        return store.get(name, maxBytes, sizeListener);
    }

    @Override
    public Uni<String> etag(ObjectName name) {
        return store.etag(name);
    }

    @Override
    public Uni<Boolean> isMarked(ObjectName name) {
        return store.isMarked(name);
    }

    @Override
    public Uni<String> create(ObjectName name, byte[] json) {
        return write(json, store.create(name, json));
    }

    @Override
    public Uni<String> replace(ObjectName name, byte[] json, String etag) {
        return conflictOnReplace ? Uni.createFrom().failure(new StorageException.Conflict())
                : write(json, store.replace(name, json, etag));
    }

    @Override
    public Uni<String> put(ObjectName name, byte[] json) {
        return write(json, store.put(name, json));
    }

    private Uni<String> write(byte[] json, Uni<String> write) {
        return refused.test(json) ? Uni.createFrom().failure(new StorageException("The store answered with status 500"))
                : write;
    }

    @Override
    public Uni<Void> remove(ObjectName name, String etag) {
        return store.remove(name, etag);
    }
}
