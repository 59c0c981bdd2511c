package dev.glovebox.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.glovebox.document.ResultName;
import dev.glovebox.image.ImageEnd;

/** A folder that images are dropped into: tells each file once, when it is whole, and again when it has changed. */
final class DropFolder {

    /** A file whose end mark is there is whole once it has rested so long. */
    static final Duration REST = Duration.ofMillis(300);
    /** Without an end mark (TIFF, or no image) only a longer rest tells. */
    static final Duration LONG_REST = Duration.ofSeconds(1);
    /** Where an end mark is still to come, the copy may have stalled. */
    static final Duration STALLED = Duration.ofSeconds(10);

    /** A file's state at one look, and since when it has not changed. */
    private record Seen(long size, FileTime modified, Instant since, boolean told) {
    }

    private final Path folder;
    private final InstantSource clock;
    private final Map<Path, Seen> files = new HashMap<>();

    DropFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Looks through the folder and those below it. */
    List<Path> newlyWhole() throws IOException {
        List<Path> whole = new ArrayList<>();
        for (Path file : uploads()) {
            try {
                Seen seen = look(file);
                if (!seen.told() && seen.size() > 0 && isWhole(file, Duration.between(seen.since(), clock.instant()))) {
                    files.put(file, new Seen(seen.size(), seen.modified(), seen.since(), true));
                    whole.add(file);
                }
            } catch (NoSuchFileException removed) {
                files.remove(file);
            }
        }
        files.keySet().removeIf(file -> !Files.exists(file));
        return whole;
    }

    private List<Path> uploads() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(DropFolder::isUpload).toList();
        }
    }

    /** Neither hidden, as what is being written often is, nor a result. */
    private static boolean isUpload(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !ResultName.isResult(name);
    }

    private Seen look(Path file) throws IOException {
        long size = Files.size(file);
        FileTime modified = Files.getLastModifiedTime(file);
        return files.compute(file,
                (path, last) -> last != null && last.size() == size && last.modified().equals(modified) ? last
                        : new Seen(size, modified, clock.instant(), false));
    }

    private static boolean isWhole(Path file, Duration rested) throws IOException {
        if (rested.compareTo(REST) < 0) {
            return false;
        }
        byte[] bytes = Files.readAllBytes(file);
        return rested.compareTo(ImageEnd.isPresent(bytes) ? REST : ImageEnd.isExpected(bytes) ? STALLED : LONG_REST) >= 0;
    }
}
