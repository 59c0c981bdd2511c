package dev.glovebox.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The server on a JVM, from the start of the process to its first plate: with the archive of its classes, and without. */
final class JvmStart {

    private static final int STARTS = 9;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private JvmStart() {
    }

    static void measure(Stage stage, Stage.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(100_000);
        String archive = archiveOption(programs.jvm());
        long[] plain = new long[STARTS];
        long[] archived = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            plain[i] = start(stage, programs.jvm(), image, List.of());
            // one that does not fit the jars ends the benchmark, rather than being passed over
            archived[i] = start(stage, programs.jvm(), image,
                    List.of(archive, archive.startsWith("-XX:AOT") ? "-XX:AOTMode=on" : "-Xshare:on"));
        }
        Times with = new Times(archived);
        Times without = new Times(plain);
        table.row("JVM, start to the first plate by HTTP, %s; control: without (p50 of %d)".formatted(
                archive.substring(0, archive.indexOf('=')), STARTS), with.millis(50), without.millis(50), "≤ ¾ control",
                with.percentile(50) <= without.percentile(50) * 0.75);
    }

    /** Where the build's JDK had no cache for ahead-of-time work it has made a class data archive. */
    private static String archiveOption(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Path archive = files.filter(file -> file.getFileName().toString().matches("app\\.aot|app-cds\\.jsa")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no archive in " + folder));
            return (archive.toString().endsWith(".aot") ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive.getFileName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long start(Stage stage, Path folder, byte[] image, List<String> options) {
        int port = Stage.freePort();
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", "quarkus-run.jar"));
        try (Browser browser = new Browser(port)) {
            long before = System.nanoTime();
            try (Executable server = stage.server(JAVA, folder, port, arguments)) {
                browser.awaitServer();
                browser.post("/license-plate", image);
                return System.nanoTime() - before;
            }
        }
    }
}
