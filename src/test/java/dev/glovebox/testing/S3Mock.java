package dev.glovebox.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adobe S3Mock in a process of its own, which ends with this one. Maven copies its jar into the target folder. */
public final class S3Mock {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on ports \\d+ \\(https\\), (\\d+) \\(http\\)");

    private static StoreEndpoint running;

    private S3Mock() {
    }

    /** Starts the server, unless it runs already. */
    public static synchronized StoreEndpoint start() {
        if (running == null) {
            try {
                running = new StoreEndpoint(URI.create("http://127.0.0.1:" + port()), "any", "any");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running;
    }

    private static int port() throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "-jar", Path.of("target", "s3mock.jar").toString(), "--server.port=0",
                "--com.adobe.testing.s3mock.httpPort=0").redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader log = process.inputReader();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                // the server would block on a full pipe
                Thread.ofVirtual().start(() -> log.lines().forEach(rest -> {
                }));
                return Integer.parseInt(started.group(1));
            }
        }
        throw new AssertionError("S3Mock does not start");
    }
}
