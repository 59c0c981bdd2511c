package dev.glovebox.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this build has packaged, executable or jar, started as a user would. */
public final class Packaged {

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://\\S+:(\\d+)");
    private static final Path TARGET = Path.of("target");

    private Packaged() {
    }

    /**
     * Starts a server on a free port, with that environment beside the system's own; its error output is among its output.
     *
     * @param properties further system properties, as {@code -Dname=value}
     */
    public static Process start(Map<String, String> environment, String... properties) throws IOException {
        List<String> command = new ArrayList<>(command());
        command.addAll(1, List.of(properties));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet()
                .removeIf(name -> name.startsWith("GLOVEBOX_") || name.startsWith("QUARKUS_") || name.startsWith("AWS_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /**
     * What a server prints. Each line is looked through for what must not be printed; closing ends the server, and
     * looks through the rest.
     */
    public static BufferedReader output(Process server) {
        return new BufferedReader(server.inputReader(StandardCharsets.UTF_8)) {
            @Override
            public String readLine() throws IOException {
                String line = super.readLine();
                if (line != null) {
                    QuietOutput.offence(line).ifPresent(offence -> {
                        throw new AssertionError(offence + " was printed: " + line);
                    });
                }
                return line;
            }

            @Override
            public void close() throws IOException {
                // by its handle: the process itself would close the stream that is still to be read
                server.toHandle().destroy();
                while (readLine() != null) {
                    // looked through
                }
                super.close();
            }
        };
    }

    /** The port of a server, when it listens; what it prints before is read. */
    public static int port(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return Integer.parseInt(listening.group(1));
            }
        }
        throw new AssertionError("The server does not listen");
    }

    private static List<String> command() throws IOException {
        // not what an earlier build has left
        Properties artifact = new Properties();
        try (InputStream in = Files.newInputStream(TARGET.resolve("quarkus-artifact.properties"))) {
            artifact.load(in);
        }
        String path = TARGET.resolve(artifact.getProperty("path")).toString();
        return artifact.getProperty("type").startsWith("native") ? List.of(path, "-Dquarkus.http.port=0")
                : List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dquarkus.http.port=0", "-jar",
                        path);
    }
}
