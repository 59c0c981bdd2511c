package dev.glovebox.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import dev.glovebox.function.BindingSettings;
import dev.glovebox.function.FunctionClient;
import dev.glovebox.function.Invocations;
import dev.glovebox.function.Problems;
import dev.glovebox.trigger.Trigger;
import dev.glovebox.trigger.TriggerReader;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/**
 * Replaces the bucket's notifications in dev mode: a new file in {@code <folder>/<function>/} is an upload to that function.
 *
 * <p>
 * It scans the folders at a fixed delay. The file notifications of operating systems report a file when it appears, not when it
 * is complete, and on some systems seconds late. One thread scans; the functions run on others.
 */
@ApplicationScoped
@IfBuildProfile(anyOf = { "dev", "test" })
class FolderWatcher {

    private static final Duration SCAN_DELAY = Duration.ofMillis(200);

    private static final Logger LOG = Logger.getLogger(FolderWatcher.class);

    private final BindingSettings settings;
    private final FunctionClient functions;
    private final Invocations invocations;
    private final InstantSource clock;
    private final Map<String, DropFolder> folders = new TreeMap<>();
    private ScheduledExecutorService scanner;

    FolderWatcher(BindingSettings settings, FunctionClient functions, Invocations invocations, InstantSource clock) {
        this.settings = settings;
        this.functions = functions;
        this.invocations = invocations;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        settings.storageFolder().ifPresent(this::watch);
    }

    void stop(@Observes ShutdownEvent event) {
        if (scanner != null) {
            scanner.shutdownNow();
        }
    }

    private void watch(Path root) {
        try {
            for (String function : functions.names()) {
                folders.put(function, new DropFolder(Files.createDirectories(root.resolve(function)), clock));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("glovebox.storage.folder cannot be created: " + root, e);
        }
        LOG.infof("Watching %s/{%s}: drop an image, its JSON appears beside it", root.toAbsolutePath(),
                String.join(",", folders.keySet()));
        scanner = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "folder-watcher"));
        scanner.scheduleWithFixedDelay(() -> folders.forEach(this::scan), 0, SCAN_DELAY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void scan(String function, DropFolder folder) {
        try {
            folder.findCompleteFiles().forEach(file -> upload(function, folder, file));
        } catch (IOException | RuntimeException e) {
            // an exception would end the schedule
            LOG.warnf("The folder of %s cannot be scanned: %s", function, e.getClass().getSimpleName());
        }
    }

    private void upload(String function, DropFolder folder, Path file) {
        String key = folder.key(file);
        Trigger.Uploads upload = TriggerReader.readObject(function, key);
        functions.call(function, upload, invocations.ofPlatform(Optional.empty(), null, null)).subscribe().with(
                done -> LOG.infof("%s/%s: done", function, key),
                failure -> LOG.warnf("%s/%s: %s; %s", function, key, Problems.detail(failure),
                        folder.scheduleRetry(file) ? "will retry" : "ignored until the file changes"));
    }
}
