package dev.glovebox.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.glovebox.document.DocumentType;
import dev.glovebox.document.ResultName;
import dev.glovebox.image.ImageEnd;
import dev.glovebox.storage.ObjectName;
import dev.glovebox.storage.StorageSettings;
import dev.glovebox.trigger.StoredObject;
import dev.glovebox.trigger.Trigger;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * In dev mode the bucket's notifications: a new file in {@code <folder>/<function>/} is an upload to that function.
 *
 * <p>
 * Looks at the folders again and again rather than waiting for the system to tell: the system tells of a file when it appears,
 * not when it is whole, and on some systems seconds late.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = { "dev", "test" })
class FolderWatcher {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    /** A file whose end mark is there is whole once it has rested so long. */
    private static final Duration REST = Duration.ofMillis(300);
    /** Without an end mark (TIFF, or no image) only a longer rest tells. */
    private static final Duration LONG_REST = Duration.ofSeconds(1);
    /** Where an end mark is still to come, the copy may have stalled. */
    private static final Duration STALLED = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(FolderWatcher.class);

    /** A file's state at one look, and since when it has not changed. */
    private record Seen(long size, FileTime modified, long since, boolean handled) {
    }

    private final StorageSettings settings;
    private final FunctionPath path;
    private final GloveboxSettings glovebox;
    private final InstantSource clock;
    private final Map<Path, Seen> files = new HashMap<>();
    private ScheduledExecutorService looking;

    FolderWatcher(StorageSettings settings, FunctionPath path, GloveboxSettings glovebox, InstantSource clock) {
        this.settings = settings;
        this.path = path;
        this.glovebox = glovebox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (settings.type() != StorageSettings.Type.FOLDER) {
            return;
        }
        try {
            for (DocumentType type : DocumentType.values()) {
                Files.createDirectories(folder(type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("glovebox.storage.folder cannot be made: " + settings.folder(), e);
        }
        LOG.infof("Watching %s/{vin,vehicle-license,license-plate}: drop an image, its JSON appears beside it",
                settings.folder().toAbsolutePath());
        looking = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "folder-watcher"));
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.shutdownNow();
        }
    }

    private void look() {
        for (DocumentType type : DocumentType.values()) {
            try {
                for (Path file : files(type)) {
                    look(type, file);
                }
            } catch (IOException | RuntimeException e) {
                LOG.warnf("%s cannot be looked through: %s", folder(type), e.getClass().getSimpleName());
            }
        }
        files.keySet().removeIf(file -> !Files.exists(file));
    }

    private List<Path> files(DocumentType type) throws IOException {
        try (Stream<Path> files = Files.walk(folder(type))) {
            return new ArrayList<>(files.filter(Files::isRegularFile).filter(FolderWatcher::isUpload).toList());
        }
    }

    /** Neither hidden, as what is being written often is, nor a result. */
    private static boolean isUpload(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !ResultName.isResult(name);
    }

    private void look(DocumentType type, Path file) throws IOException {
        long now = clock.millis();
        Seen seen;
        try {
            Seen last = files.get(file);
            long size = Files.size(file);
            FileTime modified = Files.getLastModifiedTime(file);
            seen = last != null && last.size() == size && last.modified().equals(modified) ? last
                    : new Seen(size, modified, now, false);
            files.put(file, seen);
            if (seen.handled() || size == 0 || !isWhole(file, Duration.ofMillis(now - seen.since()))) {
                return;
            }
        } catch (NoSuchFileException gone) {
            return;
        }
        files.put(file, new Seen(seen.size(), seen.modified(), seen.since(), true));
        String key = folder(type).relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        StoredObject object = new StoredObject(new ObjectName(type.id(), key, null), null, null);
        path.run(type, new Trigger.Uploads(List.of(object)),
                new Invocation(Invocation.Caller.PLATFORM, clock.instant().plus(glovebox.timeout()))).subscribe().with(
                        done -> LOG.infof("Read %s/%s", type.id(), key),
                        failure -> LOG.warnf("%s/%s: %s", type.id(), key, failure.getMessage()));
    }

    private static boolean isWhole(Path file, Duration rested) throws IOException {
        if (rested.compareTo(REST) < 0) {
            return false;
        }
        byte[] bytes = Files.readAllBytes(file);
        return rested.compareTo(ImageEnd.isPresent(bytes) ? REST : ImageEnd.isExpected(bytes) ? STALLED : LONG_REST) >= 0;
    }

    private Path folder(DocumentType type) {
        return settings.folder().resolve(type.id());
    }
}
