package dev.glovebox.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the server on a JVM, from the start of the process to its first plate, with and without the JDK's ahead-of-time
 * cache.
 */
final class JvmStart {

    private static final int STARTS = 9;
    private static final String CACHE = "-XX:AOTCache";
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private JvmStart() {
    }

    static void measure(Testbed testbed, Testbed.Programs programs, Table table) {
        byte[] image = Pictures.jpeg(100_000);
        long[] plain = new long[STARTS];
        long[] cached = new long[STARTS];
        for (int i = 0; i < STARTS; i++) {
            plain[i] = start(testbed, programs.jvm(), image, List.of());
            // AOTMode=on: a cache that does not match the jars ends the benchmark instead of being ignored
            cached[i] = start(testbed, programs.jvm(), image, List.of(CACHE + "=app.aot", "-XX:AOTMode=on"));
        }
        Times with = new Times(cached);
        Times without = new Times(plain);
        table.row("JVM start to the first plate over HTTP with `%s`, p50 of %d; control: without".formatted(CACHE, STARTS),
                with.millis(50), without.millis(50), "≤ ¾ control", with.percentile(50) <= without.percentile(50) * 0.75);
    }

    private static long start(Testbed testbed, Path folder, byte[] image, List<String> options) {
        int port = Testbed.freePort();
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", "quarkus-run.jar"));
        try (LoadClient client = new LoadClient(port)) {
            long before = System.nanoTime();
            try (Executable server = testbed.server(JAVA, folder, port, arguments)) {
                client.awaitServer();
                client.post("/license-plate", image);
                return System.nanoTime() - before;
            }
        }
    }
}
