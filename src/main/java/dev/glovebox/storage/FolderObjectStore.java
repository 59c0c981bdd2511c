package dev.glovebox.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import dev.glovebox.async.WorkerLimit;
import io.smallrye.mutiny.Uni;

/**
 * Objects in a folder whose sub-folders are the buckets, for a trial without a cloud.
 *
 * <p>
 * Thread-safe. Work runs on worker threads; cancellation does not stop it. Readers see a file either complete or not at all.
 * {@code create} is atomic among all processes. {@code replace} and {@code remove} exclude each other within this process only.
 */
public final class FolderObjectStore implements ObjectStore {

    private static final String TEMPORARY_PREFIX = ".glovebox-";
    private static final String TEMPORARY_SUFFIX = ".tmp";
    private static final Duration STALE_AGE = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(FolderObjectStore.class);

    /** Moves or links a complete file to its place. */
    private interface Placement {

        void place(Path temporary) throws IOException;
    }

    private final FolderPaths paths;
    private final ReentrantLock lock = new ReentrantLock();
    private final WorkerLimit calls = StoreCalls.limit();

    /** @param root the folder whose sub-folders are the buckets. Temporary files in it that are an hour old are removed. */
    public FolderObjectStore(Path root) {
        paths = new FolderPaths(root);
        if (Files.isDirectory(root)) {
            removeStaleFiles(root);
        }
    }

    @Override
    public Uni<ObjectContent> get(ObjectName name, long maxBytes, LongConsumer sizeListener) {
        return onWorker(() -> {
            Path file = paths.existingFile(name);
            long size = Files.size(file);
            if (size > maxBytes) {
                throw new StorageException.TooLarge(size, maxBytes, Digests.sha256(file), null);
            }
            sizeListener.accept(size);
            byte[] bytes = Files.readAllBytes(file);
            return new ObjectContent(bytes, Digests.sha256(bytes), null, age(file));
        });
    }

    private static Duration age(Path file) throws IOException {
        return Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
    }

    @Override
    public Uni<String> etag(ObjectName name) {
        return onWorker(() -> Digests.sha256(paths.existingFile(name)));
    }

    @Override
    public Uni<Boolean> isMarked(ObjectName name) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Uni<String> create(ObjectName name, byte[] json) {
        return onWorker(() -> {
            Path file = paths.fileInExistingFolder(name);
            return withTemporary(file, json, temporary -> {
                try {
                    // a link fails if the file exists; a move would replace it
                    Files.createLink(file, temporary);
                } catch (FileAlreadyExistsException exists) {
                    throw new StorageException.Conflict();
                }
            });
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
                Files.delete(paths.existingFile(name));
            }
            return null;
        }));
    }

    private boolean isCurrent(ObjectName name, String etag) throws IOException {
        try {
            return Digests.sha256(paths.existingFile(name)).equals(etag);
        } catch (StorageException.NotFound missing) {
            return false;
        }
    }

    private String write(ObjectName name, byte[] json) throws IOException {
        Path file = paths.fileInExistingFolder(name);
        return withTemporary(file, json, temporary -> Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING));
    }

    /**
     * Writes a hidden file into the same folder, since a move is atomic only within one file system, and removes it if it is
     * still there in the end, for example after a full disk.
     */
    private static String withTemporary(Path file, byte[] json, Placement placement) throws IOException {
        Path temporary = Files.createTempFile(file.getParent(), TEMPORARY_PREFIX, TEMPORARY_SUFFIX);
        try {
            Files.write(temporary, json);
            placement.place(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return Digests.sha256(json);
    }

    /** Removes the temporary files of a process that was killed. */
    private static void removeStaleFiles(Path root) {
        Instant limit = Instant.now().minus(STALE_AGE);
        try (Stream<Path> files = Files.find(root, Integer.MAX_VALUE, (file, attributes) -> attributes.isRegularFile()
                && isTemporary(file.getFileName().toString()) && attributes.lastModifiedTime().toInstant().isBefore(limit))) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf("Temporary files cannot be removed: %s", e.getClass().getSimpleName());
        }
    }

    private static boolean isTemporary(String name) {
        return name.startsWith(TEMPORARY_PREFIX) && name.endsWith(TEMPORARY_SUFFIX);
    }

    private <T> T locked(Work<T> work) throws IOException {
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> Uni<T> onWorker(Work<T> work) {
        return calls.run(() -> {
            try {
                return work.run();
            } catch (NoSuchFileException missing) {
                throw new StorageException.NotFound();
            } catch (IOException e) {
                throw new StorageException("The folder cannot be read or written: " + e.getClass().getSimpleName());
            }
        });
    }

    private interface Work<T> {
        T run() throws IOException;
    }
}
