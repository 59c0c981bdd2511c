package dev.glovebox.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
