package dev.glovebox.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Maps object names to regular files below a folder whose sub-folders are the buckets. Follows no symbolic link out of the
 * folder, and opens no device or pipe. Immutable.
 */
final class FolderPaths {

    private final Path root;

    FolderPaths(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Returns the file of an object, which exists.
     *
     * @throws StorageException.NotFound if there is none
     * @throws StorageException.NoSuchBucket if the folder of the bucket is missing
     * @throws StorageException.Forbidden if it is not a regular file below the folder
     */
    Path existingFile(ObjectName name) throws IOException {
        Path file = fileInExistingFolder(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new StorageException.NotFound();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new StorageException.Forbidden("The object is not a regular file");
        }
        return file;
    }

    /**
     * Returns the file of an object, which need not exist. The folder that contains it exists.
     *
     * @throws StorageException.NotFound if the folder that would contain it is missing
     * @throws StorageException.NoSuchBucket if the folder of the bucket is missing
     * @throws StorageException.Forbidden if the folder that contains it is outside, behind a symbolic link
     */
    Path fileInExistingFolder(ObjectName name) throws IOException {
        Path file = file(name);
        if (!Files.isDirectory(root.resolve(name.bucket()))) {
            throw new StorageException.NoSuchBucket(name.bucket());
        }
        if (!Files.exists(file.getParent())) {
            throw new StorageException.NotFound();
        }
        if (!file.getParent().toRealPath().startsWith(root.toRealPath())) {
            throw new StorageException.Forbidden("A key must not lead out of the folder");
        }
        return file;
    }

    /**
     * Returns the file of an object, which need not exist.
     *
     * @throws StorageException.NotFound if the name cannot be a file's name
     * @throws StorageException.Forbidden if the file would be outside its bucket, or if the name has a version
     */
    private Path file(ObjectName name) {
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
