package dev.glovebox.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.glovebox.testing.Images;

class DropFolderTest {

    private static final byte[] WHOLE = Images.file("license-02-back.jpg");

    @TempDir
    Path root;
    private Path image;
    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private DropFolder folder;

    @BeforeEach
    void open() {
        image = root.resolve("image.jpg");
        folder = new DropFolder(root, () -> now);
    }

    @Test
    void completeFileIsFoundOnceAfterItsRest() throws IOException {
        Files.write(image, WHOLE);

        assertThat(folder.findCompleteFiles()).isEmpty();
        now = now.plus(DropFolder.REST);
        assertThat(folder.findCompleteFiles()).containsExactly(image);
        now = now.plus(Duration.ofDays(1));
        assertThat(folder.findCompleteFiles()).as("found once").isEmpty();
    }

    @Test
    void incompleteFileIsFoundAfterItsLastBytes() throws IOException {
        Files.write(image, Arrays.copyOf(WHOLE, WHOLE.length / 2));
        assertThat(folder.findCompleteFiles()).isEmpty();
        now = now.plus(DropFolder.STALLED).minusMillis(1);
        assertThat(folder.findCompleteFiles()).isEmpty();

        Files.write(image, Arrays.copyOfRange(WHOLE, WHOLE.length / 2, WHOLE.length), StandardOpenOption.APPEND);
        assertThat(folder.findCompleteFiles()).isEmpty();
        now = now.plus(DropFolder.REST);
        assertThat(folder.findCompleteFiles()).containsExactly(image);
    }

    @Test
    void fileWithoutEndMarkIsFoundAfterItsCopyStalled() throws IOException {
        Files.write(image, Arrays.copyOf(WHOLE, WHOLE.length / 2));
        assertThat(folder.findCompleteFiles()).isEmpty();

        now = now.plus(DropFolder.STALLED);

        assertThat(folder.findCompleteFiles()).containsExactly(image);
    }

    @Test
    void formatWithoutEndMarkNeedsALongerRest() throws IOException {
        Files.writeString(image, "no image");
        assertThat(folder.findCompleteFiles()).isEmpty();
        now = now.plus(DropFolder.REST);
        assertThat(folder.findCompleteFiles()).isEmpty();
        now = now.plus(DropFolder.LONG_REST);
        assertThat(folder.findCompleteFiles()).containsExactly(image);
    }

    @Test
    void dataAfterTheEndMarkNeedsALongerRest() throws IOException {
        Files.write(image, WHOLE);
        Files.writeString(image, "a film of a second", StandardOpenOption.APPEND);
        assertThat(folder.findCompleteFiles()).isEmpty();
        now = now.plus(DropFolder.REST);
        assertThat(folder.findCompleteFiles()).isEmpty();
        now = now.plus(DropFolder.LONG_REST);
        assertThat(folder.findCompleteFiles()).containsExactly(image);
    }

    @Test
    void retriesAreScheduledWithDoublingDelaysUpToTheMaximum() throws IOException {
        Files.write(image, WHOLE);
        folder.findCompleteFiles();
        now = now.plus(DropFolder.REST);
        assertThat(folder.findCompleteFiles()).containsExactly(image);

        Duration pause = DropFolder.FIRST_RETRY_DELAY;
        for (int i = 0; i < DropFolder.MAX_RETRIES; i++) {
            assertThat(folder.scheduleRetry(image)).isTrue();
            now = now.plus(pause).minusMillis(1);
            assertThat(folder.findCompleteFiles()).isEmpty();
            now = now.plusMillis(1);
            assertThat(folder.findCompleteFiles()).containsExactly(image);
            pause = pause.multipliedBy(2);
        }
        assertThat(folder.scheduleRetry(image)).isFalse();
        assertThat(folder.scheduleRetry(root.resolve("unknown.jpg"))).isFalse();
    }

    @Test
    void unreadableFilesAreSkipped() throws IOException {
        Path broken = Files.createSymbolicLink(root.resolve("a-broken-link.jpg"), root.resolve("nowhere"));
        Path directory = Files.createDirectory(root.resolve("b.jpg"));
        Files.write(image, WHOLE);
        folder.findCompleteFiles();
        now = now.plus(DropFolder.STALLED);

        assertThat(folder.findCompleteFiles()).containsExactly(image).doesNotContain(broken, directory);
    }

    @Test
    void fileLargerThanAnyProviderTakesIsNotRead() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(image.toFile(), "rw")) {
            sparse.setLength(3L * 1024 * 1024 * 1024);
        }
        folder.findCompleteFiles();
        now = now.plus(DropFolder.LONG_REST);

        assertThat(folder.findCompleteFiles()).containsExactly(image);
    }

    @Test
    void changedFileIsFoundAgain() throws IOException {
        Files.write(image, WHOLE);
        folder.findCompleteFiles();
        now = now.plus(DropFolder.REST);
        assertThat(folder.findCompleteFiles()).containsExactly(image);

        Files.setLastModifiedTime(image, FileTime.from(now.plusSeconds(5)));
        assertThat(folder.findCompleteFiles()).isEmpty();
        now = now.plus(DropFolder.REST);
        assertThat(folder.findCompleteFiles()).containsExactly(image);
    }

    @Test
    void resultsHiddenAndEmptyFilesAreSkippedAndSubFoldersScanned() throws IOException {
        Files.write(root.resolve("image.jpg.vin.json"), WHOLE);
        Files.write(root.resolve(".image.jpg"), WHOLE);
        Files.write(root.resolve("empty.jpg"), new byte[0]);
        Path below = Files.write(Files.createDirectories(root.resolve("a/b")).resolve("c.jpg"), WHOLE);

        folder.findCompleteFiles();
        now = now.plus(DropFolder.STALLED);

        assertThat(folder.findCompleteFiles()).containsExactly(below);
    }
}
