package dev.glovebox.storage;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Maps object names to files below a folder whose sub-folders are the buckets. Immutable. */
final class FolderPaths {

    private final Path root;

    FolderPaths(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Returns the file of an object, which need not exist.
     *
     * @throws StorageException.NotFound if the name cannot be a file's name
     * @throws StorageException.Forbidden if the file would be outside its bucket, or if the name has a version
     */
    Path file(ObjectName name) {
        try {
            Path bucket = root.resolve(name.bucket());
            Path file = bucket.resolve(name.key()).normalize();
            if (bucket.normalize().getParent().equals(root) && file.startsWith(bucket) && !file.equals(bucket)
                    && name.versionId() == null) {
                return file;
            }
        } catch (InvalidPathException notAFileName) {
            throw new StorageException.NotFound();
        }
        throw new StorageException.Forbidden("A key must stay inside its bucket and must not have a version");
    }
}
