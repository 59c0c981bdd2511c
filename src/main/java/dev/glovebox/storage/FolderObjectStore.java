package dev.glovebox.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Objects in a folder whose sub-folders are the buckets, for a trial without a cloud.
 *
 * <p>
 * Thread-safe. Work runs on worker threads; cancellation does not stop it. Readers see a file either complete or not at all.
 * {@code create} is atomic among all processes. {@code replace} and {@code remove} exclude each other within this process only.
 */
public final class FolderObjectStore implements ObjectStore {

    private final FolderPaths paths;
    private final ReentrantLock lock = new ReentrantLock();

    /** @param root the folder whose sub-folders are the buckets */
    public FolderObjectStore(Path root) {
        paths = new FolderPaths(root);
    }

    @Override
    public Uni<ObjectContent> get(ObjectName name, long maxBytes) {
        return onWorker(() -> {
            Path file = paths.file(name);
            long size = Files.size(file);
            if (size > maxBytes) {
                throw new StorageException.TooLarge(size, maxBytes, Digests.sha256(file), null);
            }
            byte[] bytes = Files.readAllBytes(file);
            return new ObjectContent(bytes, Digests.sha256(bytes), null, age(file));
        });
    }

    private static Duration age(Path file) throws IOException {
        return Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
    }

    @Override
    public Uni<String> etag(ObjectName name) {
        return onWorker(() -> Digests.sha256(paths.file(name)));
    }

    @Override
    public Uni<Boolean> isMarked(ObjectName name) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Uni<String> create(ObjectName name, byte[] json) {
        return onWorker(() -> {
            Path file = paths.file(name);
            Path temporary = writeTemporary(file, json);
            try {
                // a link fails if the file exists; a move would replace it
                Files.createLink(file, temporary);
            } catch (FileAlreadyExistsException exists) {
                throw new StorageException.Conflict();
            } finally {
                Files.deleteIfExists(temporary);
            }
            return Digests.sha256(json);
        });
    }

    @Override
    public Uni<String> replace(ObjectName name, byte[] json, String etag) {
        return onWorker(() -> locked(() -> {
            if (!isCurrent(name, etag)) {
                throw new StorageException.Conflict();
            }
            return write(name, json);
        }));
    }

    @Override
    public Uni<String> put(ObjectName name, byte[] json) {
        return onWorker(() -> write(name, json));
    }

    @Override
    public Uni<Void> remove(ObjectName name, String etag) {
        return onWorker(() -> locked(() -> {
            if (isCurrent(name, etag)) {
                Files.delete(paths.file(name));
            }
            return null;
        }));
    }

    private boolean isCurrent(ObjectName name, String etag) throws IOException {
        Path file = paths.file(name);
        return Files.exists(file) && Digests.sha256(file).equals(etag);
    }

    private String write(ObjectName name, byte[] json) throws IOException {
        Path file = paths.file(name);
        Files.move(writeTemporary(file, json), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return Digests.sha256(json);
    }

    /** Writes a hidden file into the same folder: a move is atomic only within one file system. */
    private static Path writeTemporary(Path file, byte[] json) throws IOException {
        return Files.write(Files.createTempFile(file.getParent(), ".glovebox-", ".tmp"), json);
    }

    private <T> T locked(Work<T> work) throws IOException {
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    private static <T> Uni<T> onWorker(Work<T> work) {
        return Uni.createFrom().item(() -> {
            try {
                return work.run();
            } catch (NoSuchFileException missing) {
                throw new StorageException.NotFound();
            } catch (IOException e) {
                throw new StorageException("The folder cannot be read or written: " + e.getClass().getSimpleName());
            }
        }).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private interface Work<T> {
        T run() throws IOException;
    }
}
