package dev.glovebox.watch;

import dev.glovebox.function.FunctionPath;
import dev.glovebox.function.Invocation;
import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.trace.Correlation;
import dev.glovebox.trace.Ids;
import dev.glovebox.upload.Failures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.glovebox.document.DocumentType;
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

    private static final Logger LOG = Logger.getLogger(FolderWatcher.class);

    private final StorageSettings storage;
    private final GloveboxSettings settings;
    private final FunctionPath path;
    private final InstantSource clock;
    private final Ids ids;
    private final Map<DocumentType, DropFolder> folders = new EnumMap<>(DocumentType.class);
    private ScheduledExecutorService looking;

    FolderWatcher(StorageSettings storage, GloveboxSettings settings, FunctionPath path, InstantSource clock, Ids ids) {
        this.storage = storage;
        this.settings = settings;
        this.path = path;
        this.clock = clock;
        this.ids = ids;
    }

    void start(@Observes StartupEvent event) {
        if (storage.type() != StorageSettings.Type.FOLDER) {
            return;
        }
        try {
            for (DocumentType type : DocumentType.values()) {
                folders.put(type, new DropFolder(Files.createDirectories(folder(type)), clock));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("glovebox.storage.folder cannot be made: " + storage.folder(), e);
        }
        LOG.infof("Watching %s/{vin,vehicle-license,license-plate}: drop an image, its JSON appears beside it",
                storage.folder().toAbsolutePath());
        looking = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "folder-watcher"));
        looking.scheduleWithFixedDelay(() -> folders.forEach(this::look), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.shutdownNow();
        }
    }

    private void look(DocumentType type, DropFolder folder) {
        try {
            folder.newlyWhole().forEach(file -> upload(type, folder, file));
        } catch (IOException | RuntimeException e) {
            // thrown on, it would end the looking
            LOG.warnf("The folder of %s cannot be looked through: %s", type.id(), e.getClass().getSimpleName());
        }
    }

    private void upload(DocumentType type, DropFolder folder, Path file) {
        String key = folder(type).relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        StoredObject object = new StoredObject(new ObjectName(type.id(), key, null), null, null);
        Invocation invocation = new Invocation(Invocation.Caller.PLATFORM, clock.instant().plus(settings.timeout()),
                Correlation.of(ids.next(), null, null));
        path.run(type, new Trigger.Uploads(List.of(object)), invocation).subscribe().with(
                done -> LOG.infof("%s/%s: done", type.id(), key),
                failure -> LOG.warnf("%s/%s: %s; %s", type.id(), key, Failures.of(failure).detail(),
                        folder.tellAgain(file) ? "tried again soon" : "given up until it changes"));
    }

    private Path folder(DocumentType type) {
        return storage.folder().resolve(type.id());
    }
}
