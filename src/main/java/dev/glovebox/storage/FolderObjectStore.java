package dev.glovebox.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * A folder whose sub-folders are the buckets, for trying things out. Files appear whole, or not at all; conditions hold against
 * writers of this process, and creation against those of others too.
 */
public final class FolderObjectStore implements ObjectStore {

    private final Path root;
    private final ReentrantLock writing = new ReentrantLock();

    /** @param root the folder whose sub-folders are the buckets */
    public FolderObjectStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public Uni<ObjectContent> get(ObjectName name, long maxBytes) {
        return onWorker(() -> {
            Path file = file(name);
            long size = Files.size(file);
            if (size > maxBytes) {
                throw new StorageException.TooLarge(size, maxBytes, digest(file), null);
            }
            byte[] bytes = Files.readAllBytes(file);
            return new ObjectContent(bytes, digest(bytes), null);
        });
    }

    @Override
    public Uni<String> etag(ObjectName name) {
        return onWorker(() -> digest(file(name)));
    }

    @Override
    public Uni<Boolean> isMarked(ObjectName name) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Uni<String> create(ObjectName name, byte[] json) {
        return onWorker(() -> {
            Path file = file(name);
            Path whole = temporary(file, json);
            try {
                // a link, unlike a move, fails where the name is taken
                Files.createLink(file, whole);
            } catch (FileAlreadyExistsException taken) {
                throw new StorageException.Conflict();
            } finally {
                Files.deleteIfExists(whole);
            }
            return digest(json);
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
                Files.delete(file(name));
            }
            return null;
        }));
    }

    private boolean isCurrent(ObjectName name, String etag) throws IOException {
        Path file = file(name);
        return Files.exists(file) && digest(file).equals(etag);
    }

    private String write(ObjectName name, byte[] json) throws IOException {
        Path file = file(name);
        Files.move(temporary(file, json), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return digest(json);
    }

    /** A hidden file beside the real one: a move within one folder is atomic, between file systems it is not. */
    private static Path temporary(Path file, byte[] json) throws IOException {
        Path whole = Files.createTempFile(file.getParent(), ".glovebox-", ".tmp");
        return Files.write(whole, json);
    }

    private Path file(ObjectName name) {
        try {
            Path bucket = root.resolve(name.bucket());
            Path file = bucket.resolve(name.key()).normalize();
            if (bucket.normalize().getParent().equals(root) && file.startsWith(bucket) && !file.equals(bucket)
                    && name.versionId() == null) {
                return file;
            }
        } catch (InvalidPathException notAName) {
            throw new StorageException.NotFound();
        }
        throw new StorageException.Forbidden("A key must not lead out of its bucket, nor name a version");
    }

    private <T> T locked(Work<T> work) throws IOException {
        writing.lock();
        try {
            return work.run();
        } finally {
            writing.unlock();
        }
    }

    private static <T> Uni<T> onWorker(Work<T> work) {
        return Uni.createFrom().item(() -> {
            try {
                return work.run();
            } catch (NoSuchFileException gone) {
                throw new StorageException.NotFound();
            } catch (IOException e) {
                throw new StorageException("The folder cannot be read or written: " + e.getClass().getSimpleName());
            }
        }).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Without having the file in memory. */
    private static String digest(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }
}
