package dev.glovebox.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import dev.glovebox.document.ResultName;

/**
 * A folder that images are dropped into: tells each file once, when it is whole, again when it has changed, and again after a
 * pause where it is asked to.
 */
final class DropFolder {

    /** A file whose end mark is at its end is whole once it has rested so long. */
    static final Duration REST = Duration.ofMillis(300);
    /** Where the end mark is further in, or there is none (TIFF, or no image), only a longer rest tells. */
    static final Duration LONG_REST = Duration.ofSeconds(1);
    /** Where the end mark is still to come, the copy may have stalled. */
    static final Duration STALLED = Duration.ofSeconds(10);
    /** The pause before a file is told again; it doubles each time. */
    static final Duration PAUSE = Duration.ofSeconds(5);
    /** How often a file is told again. */
    static final int TRIES = 6;

    /** More than any provider takes: no need to look at its end. */
    private static final long LARGE = 64L * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(DropFolder.class);

    /**
     * A file's state at one look.
     *
     * @param since when it was last seen to change
     * @param told how often it has been told
     * @param due when to tell it; null where there is no need
     */
    private record Seen(long size, FileTime modified, Instant since, int told, Instant due) {
    }

    private final Path folder;
    private final InstantSource clock;
    private final Map<Path, Seen> files = new ConcurrentHashMap<>();

    DropFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Looks through the folder and those below it. A file that cannot be read is passed over, and keeps none back. */
    List<Path> newlyWhole() throws IOException {
        List<Path> whole = new ArrayList<>();
        for (Path file : uploads()) {
            try {
                Seen seen = look(file);
                if (seen.due() != null && !clock.instant().isBefore(seen.due()) && seen.size() > 0 && isWhole(file, seen)) {
                    files.put(file, new Seen(seen.size(), seen.modified(), seen.since(), seen.told() + 1, null));
                    whole.add(file);
                }
            } catch (IOException unreadable) {
                LOG.debugf("A file cannot be read: %s", unreadable.getClass().getName());
            }
        }
        files.keySet().removeIf(file -> !Files.exists(file));
        return whole;
    }

    /**
     * Has a file told again after a pause.
     *
     * @return false where it has been told often enough
     */
    boolean tellAgain(Path file) {
        Seen seen = files.get(file);
        if (seen == null || seen.told() > TRIES) {
            return false;
        }
        Instant due = clock.instant().plus(PAUSE.multipliedBy(1L << seen.told() - 1));
        return files.replace(file, seen, new Seen(seen.size(), seen.modified(), seen.since(), seen.told(), due));
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
        Instant now = clock.instant();
        return files.compute(file,
                (path, last) -> last != null && last.size() == size && last.modified().equals(modified) ? last
                        : new Seen(size, modified, now, 0, now));
    }

    private boolean isWhole(Path file, Seen seen) throws IOException {
        Duration rested = Duration.between(seen.since(), clock.instant());
        if (rested.compareTo(REST) < 0) {
            return false;
        }
        ImageEnd end = seen.size() > LARGE ? ImageEnd.NONE : ImageEnd.of(Files.readAllBytes(file));
        return rested.compareTo(switch (end) {
            case AT_THE_END -> REST;
            case FURTHER_IN, NONE -> LONG_REST;
            case MISSING -> STALLED;
        }) >= 0;
    }
}
