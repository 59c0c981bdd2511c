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
    void shouldTellAWholeFileOnceItRests() throws IOException {
        Files.write(image, WHOLE);

        assertThat(folder.newlyWhole()).isEmpty();
        now = now.plus(DropFolder.REST);
        assertThat(folder.newlyWhole()).containsExactly(image);
        now = now.plus(Duration.ofDays(1));
        assertThat(folder.newlyWhole()).as("told once").isEmpty();
    }

    @Test
    void shouldWaitForTheRestOfAFile() throws IOException {
        Files.write(image, Arrays.copyOf(WHOLE, WHOLE.length / 2));
        assertThat(folder.newlyWhole()).isEmpty();
        now = now.plus(DropFolder.STALLED).minusMillis(1);
        assertThat(folder.newlyWhole()).isEmpty();

        Files.write(image, Arrays.copyOfRange(WHOLE, WHOLE.length / 2, WHOLE.length), StandardOpenOption.APPEND);
        assertThat(folder.newlyWhole()).isEmpty();
        now = now.plus(DropFolder.REST);
        assertThat(folder.newlyWhole()).containsExactly(image);
    }

    @Test
    void shouldGiveUpWaitingForAnEndThatDoesNotCome() throws IOException {
        Files.write(image, Arrays.copyOf(WHOLE, WHOLE.length / 2));
        assertThat(folder.newlyWhole()).isEmpty();

        now = now.plus(DropFolder.STALLED);

        assertThat(folder.newlyWhole()).containsExactly(image);
    }

    @Test
    void shouldTellWhatHasNoEndMarkAfterALongerRest() throws IOException {
        Files.writeString(image, "no image");
        assertThat(folder.newlyWhole()).isEmpty();
        now = now.plus(DropFolder.REST);
        assertThat(folder.newlyWhole()).isEmpty();
        now = now.plus(DropFolder.LONG_REST);
        assertThat(folder.newlyWhole()).containsExactly(image);
    }

    @Test
    void shouldTellAFileThatSomethingFollowsAfterALongerRest() throws IOException {
        Files.write(image, WHOLE);
        Files.writeString(image, "a film of a second", StandardOpenOption.APPEND);
        assertThat(folder.newlyWhole()).isEmpty();
        now = now.plus(DropFolder.REST);
        assertThat(folder.newlyWhole()).isEmpty();
        now = now.plus(DropFolder.LONG_REST);
        assertThat(folder.newlyWhole()).containsExactly(image);
    }

    @Test
    void shouldTellAgainAfterGrowingPausesAndNotForEver() throws IOException {
        Files.write(image, WHOLE);
        folder.newlyWhole();
        now = now.plus(DropFolder.REST);
        assertThat(folder.newlyWhole()).containsExactly(image);

        Duration pause = DropFolder.PAUSE;
        for (int i = 0; i < DropFolder.TRIES; i++) {
            assertThat(folder.tellAgain(image)).isTrue();
            now = now.plus(pause).minusMillis(1);
            assertThat(folder.newlyWhole()).isEmpty();
            now = now.plusMillis(1);
            assertThat(folder.newlyWhole()).containsExactly(image);
            pause = pause.multipliedBy(2);
        }
        assertThat(folder.tellAgain(image)).isFalse();
        assertThat(folder.tellAgain(root.resolve("unknown.jpg"))).isFalse();
    }

    @Test
    void shouldPassOverWhatItCannotRead() throws IOException {
        Path broken = Files.createSymbolicLink(root.resolve("a-broken-link.jpg"), root.resolve("nowhere"));
        Path directory = Files.createDirectory(root.resolve("b.jpg"));
        Files.write(image, WHOLE);
        folder.newlyWhole();
        now = now.plus(DropFolder.STALLED);

        assertThat(folder.newlyWhole()).containsExactly(image).doesNotContain(broken, directory);
    }

    @Test
    void shouldNotReadAFileThatIsTooLargeForAnyone() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(image.toFile(), "rw")) {
            sparse.setLength(3L * 1024 * 1024 * 1024);
        }
        folder.newlyWhole();
        now = now.plus(DropFolder.LONG_REST);

        assertThat(folder.newlyWhole()).containsExactly(image);
    }

    @Test
    void shouldTellAChangedFileAgain() throws IOException {
        Files.write(image, WHOLE);
        folder.newlyWhole();
        now = now.plus(DropFolder.REST);
        assertThat(folder.newlyWhole()).containsExactly(image);

        Files.setLastModifiedTime(image, FileTime.from(now.plusSeconds(5)));
        assertThat(folder.newlyWhole()).isEmpty();
        now = now.plus(DropFolder.REST);
        assertThat(folder.newlyWhole()).containsExactly(image);
    }

    @Test
    void shouldSkipResultsHiddenAndEmptyFilesAndLookIntoFolders() throws IOException {
        Files.write(root.resolve("image.jpg.vin.json"), WHOLE);
        Files.write(root.resolve(".image.jpg"), WHOLE);
        Files.write(root.resolve("empty.jpg"), new byte[0]);
        Path below = Files.write(Files.createDirectories(root.resolve("a/b")).resolve("c.jpg"), WHOLE);

        folder.newlyWhole();
        now = now.plus(DropFolder.STALLED);

        assertThat(folder.newlyWhole()).containsExactly(below);
    }
}
