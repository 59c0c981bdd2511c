package dev.glovebox.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderObjectStoreTest extends ObjectStoreContract {

    @TempDir
    Path root;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(root.resolve("bucket/in"));
    }

    @Override
    ObjectStore store() {
        return new FolderObjectStore(root);
    }

    @Override
    String bucket() {
        return "bucket";
    }

    @ParameterizedTest
    @CsvSource({ "bucket, ../secret", "bucket, in/../../secret", "bucket, /etc/passwd", "bucket, .", "., bucket/secret",
            ".., x",
            "bucket/in, x" })
    void keysCannotLeaveTheBucket(String bucket, String key) throws IOException {
        Files.writeString(root.resolve("secret"), "secret");

        assertThatExceptionOfType(StorageException.Forbidden.class)
                .isThrownBy(() -> wait(store().get(new ObjectName(bucket, key, null), 100)))
                .withMessage("A key must stay inside its bucket and must not have a version");
    }

    @Test
    void writesLeaveNoTemporaryFiles() throws IOException {
        ObjectName name = new ObjectName("bucket", "in/a.json", null);
        wait(store().create(name, bytes("one")));
        assertThatExceptionOfType(StorageException.Conflict.class).isThrownBy(() -> wait(store().create(name, bytes("two"))));
        wait(store().put(name, bytes("three")));

        try (Stream<Path> files = Files.list(root.resolve("bucket/in"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("a.json");
        }
    }

    @Test
    void symbolicLinksAreNotFollowed() throws IOException {
        Files.writeString(root.resolve("secret"), "secret");
        Path outside = Files.createDirectory(root.resolveSibling(root.getFileName() + "-outside"));
        Files.writeString(outside.resolve("a.jpg"), "secret");
        Files.createSymbolicLink(root.resolve("bucket/in/link.jpg"), root.resolve("secret"));
        Files.createSymbolicLink(root.resolve("bucket/linked"), outside);

        for (String key : List.of("in/link.jpg", "linked/a.jpg")) {
            assertThatExceptionOfType(StorageException.Forbidden.class)
                    .isThrownBy(() -> wait(store().get(new ObjectName("bucket", key, null), 100)));
        }
        assertThatExceptionOfType(StorageException.Forbidden.class)
                .isThrownBy(() -> wait(store().create(new ObjectName("bucket", "linked/a.jpg.vin.json", null), bytes("one"))));
        assertThat(outside).isDirectoryNotContaining("glob:**.json");
    }

    @Test
    void pipesAreNotOpened() throws Exception {
        Path pipe = root.resolve("bucket/in/pipe.jpg");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        assertThatExceptionOfType(StorageException.Forbidden.class)
                .isThrownBy(() -> wait(store().get(new ObjectName("bucket", "in/pipe.jpg", null), 100)))
                .withMessage("The object is not a regular file");
    }

    @Test
    void missingBucketIsNotAMissingObject() {
        assertThatExceptionOfType(StorageException.NoSuchBucket.class)
                .isThrownBy(() -> wait(store().get(new ObjectName("missing", "a.jpg", null), 100)))
                .withMessage("The bucket missing does not exist");
    }

    @Test
    void failedWriteLeavesNoTemporaryFile() throws IOException {
        Files.createDirectories(root.resolve("bucket/in/a.json/full"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> wait(store().put(new ObjectName("bucket", "in/a.json", null), bytes("one"))))
                .withMessageStartingWith("The folder cannot be read or written");

        assertThat(root.resolve("bucket/in")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void temporaryFilesOfAKilledProcessAreRemovedAfterAnHour() throws IOException {
        Path old = Files.createFile(root.resolve("bucket/in/.glovebox-1.tmp"));
        Path recent = Files.createFile(root.resolve("bucket/in/.glovebox-2.tmp"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        store();

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }
}
