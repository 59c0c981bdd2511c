package dev.glovebox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running executable and its use of resources, from {@code /proc}. */
final class Executable implements AutoCloseable {

    private final Process process;

    private Executable(Process process) {
        this.process = process;
    }

    /** Starts a file in a folder with exactly that environment. */
    static Executable start(Path file, Path folder, Map<String, String> environment, List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(List.of(file.toAbsolutePath().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new Executable(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the peak resident memory in KB. */
    long peakKb() {
        return status("VmHWM");
    }

    /** Returns the current resident memory in KB. */
    long residentKb() {
        return status("VmRSS");
    }

    long threads() {
        return status("Threads");
    }

    long descriptors() {
        try (Stream<Path> open = Files.list(proc().resolve("fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long status(String name) {
        try (Stream<String> lines = Files.lines(proc().resolve("status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path proc() {
        return Path.of("/proc", String.valueOf(process.pid()));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The executable did not stop on SIGTERM");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
