package dev.glovebox.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

import dev.glovebox.trigger.TriggerReader;

/**
 * A folder into which users drop images. It finds each file once when the file is complete, again after the file has changed,
 * and again after a pause if a retry was scheduled.
 *
 * <p>
 * One thread scans; {@link #scheduleRetry} may be called from any thread.
 */
final class DropFolder {

    /** A file with its end mark at the end is complete if it has not changed for this time. */
    static final Duration REST = Duration.ofMillis(300);
    /** A file with its end mark further in, or of a format without one, must not have changed for this time. */
    static final Duration LONG_REST = Duration.ofSeconds(1);
    /** A file without its end mark is treated as complete after this time: its copy may have stopped. */
    static final Duration STALLED = Duration.ofSeconds(10);
    /** The pause before the first retry of a file. It doubles with each retry. */
    static final Duration FIRST_RETRY_DELAY = Duration.ofSeconds(5);
    /** The number of retries of a file that does not change. */
    static final int MAX_RETRIES = 6;

    /** No provider takes a larger file, so its end mark does not matter. */
    private static final long MAX_INSPECTED_BYTES = 64L * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(DropFolder.class);

    /**
     * The state of a file at one scan.
     *
     * @param unchangedSince when the file was last seen to change
     * @param attempts how often the file was returned
     * @param due when to return the file; null if it need not be returned
     */
    private record FileState(long size, FileTime modified, Instant unchangedSince, int attempts, Instant due) {

        boolean isDue(Instant now) {
            return due != null && !now.isBefore(due) && size > 0;
        }

        FileState returned() {
            return new FileState(size, modified, unchangedSince, attempts + 1, null);
        }

        FileState dueAt(Instant time) {
            return new FileState(size, modified, unchangedSince, attempts, time);
        }
    }

    private final Path folder;
    private final InstantSource clock;
    private final Map<Path, FileState> files = new ConcurrentHashMap<>();

    DropFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Scans the folder and its sub-folders, and returns the files to be read now. Skips files that cannot be read, and
     * everything
     * but regular files: symbolic links, pipes and devices.
     */
    List<Path> findCompleteFiles() throws IOException {
        List<Path> complete = new ArrayList<>();
        for (Path file : uploads()) {
            try {
                FileState state = update(file);
                if (state.isDue(clock.instant()) && isComplete(file, state)) {
                    files.put(file, state.returned());
                    complete.add(file);
                }
            } catch (IOException unreadable) {
                LOG.debugf("A file cannot be read: %s", unreadable.getClass().getName());
            }
        }
        files.keySet().removeIf(file -> !Files.exists(file));
        return complete;
    }

    /** Schedules a retry of a file; returns false if there were enough retries, or if the file has changed or gone. */
    boolean scheduleRetry(Path file) {
        FileState state = files.get(file);
        if (state == null || state.attempts() > MAX_RETRIES) {
            return false;
        }
        Duration delay = FIRST_RETRY_DELAY.multipliedBy(1L << state.attempts() - 1);
        return files.replace(file, state, state.dueAt(clock.instant().plus(delay)));
    }

    /** Returns the key of a file: its path below the folder, with slashes. */
    String key(Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private List<Path> uploads() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).filter(this::isUpload).toList();
        }
    }

    /** Programs often hide a file while they write it. */
    private boolean isUpload(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".")
                && !TriggerReader.readObject(folder.getFileName().toString(), key(file)).objects().isEmpty();
    }

    private FileState update(Path file) throws IOException {
        long size = Files.size(file);
        FileTime modified = Files.getLastModifiedTime(file);
        Instant now = clock.instant();
        return files.compute(file,
                (path, last) -> last != null && last.size() == size && last.modified().equals(modified) ? last
                        : new FileState(size, modified, now, 0, now));
    }

    private boolean isComplete(Path file, FileState state) throws IOException {
        Duration rest = Duration.between(state.unchangedSince(), clock.instant());
        if (rest.compareTo(REST) < 0) {
            return false;
        }
        ImageEnd end = state.size() > MAX_INSPECTED_BYTES ? ImageEnd.NONE : ImageEnd.of(Files.readAllBytes(file));
        return rest.compareTo(switch (end) {
            case AT_THE_END -> REST;
            case FURTHER_IN, NONE -> LONG_REST;
            case MISSING -> STALLED;
        }) >= 0;
    }
}
