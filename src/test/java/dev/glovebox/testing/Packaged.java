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

/** Starts the server that this build has packaged, as an executable or a jar. */
public final class Packaged {

    private static final Pattern LISTENING = Pattern.compile(
            "Listening on: http://\\S+?:(\\d+)(?:.*Management interface listening on http://\\S+?:(\\d+))?");
    private static final Path TARGET = Path.of("target");

    private Packaged() {
    }

    /**
     * Starts a server on a free port. Adds the variables to the system's environment, and its error output to its output.
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
     * Returns the output of a server. A line with a secret or with document data fails the test. Closing the reader stops the
     * server and checks the remaining lines.
     */
    public static BufferedReader output(Process server) {
        return new BufferedReader(server.inputReader(StandardCharsets.UTF_8)) {
            @Override
            public String readLine() throws IOException {
                String line = super.readLine();
                if (line != null) {
                    OutputCheck.findForbidden(line).ifPresent(forbidden -> {
                        throw new AssertionError(forbidden + " was printed: " + line);
                    });
                }
                return line;
            }

            @Override
            public void close() throws IOException {
                // Process.destroy would close the stream before the remaining lines are read
                server.toHandle().destroy();
                while (readLine() != null) {
                    // readLine checks the line
                }
                super.close();
            }
        };
    }

    /**
     * The ports of a server.
     *
     * @param http the port of the functions
     * @param management the port of the metrics
     */
    public record Ports(int http, int management) {
    }

    /** Waits until the server listens and returns its port. Consumes the lines before that. */
    public static int port(BufferedReader output) throws IOException {
        return ports(output).http();
    }

    /** Waits until the server listens and returns its ports. Consumes the lines before that. */
    public static Ports ports(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return new Ports(Integer.parseInt(listening.group(1)), Integer.parseInt(listening.group(2)));
            }
        }
        throw new AssertionError("The server does not listen");
    }

    private static List<String> command() throws IOException {
        // the folder may contain files of an earlier build
        Properties artifact = new Properties();
        try (InputStream in = Files.newInputStream(TARGET.resolve("quarkus-artifact.properties"))) {
            artifact.load(in);
        }
        String path = TARGET.resolve(artifact.getProperty("path")).toString();
        return artifact.getProperty("type").startsWith("native")
                ? List.of(path, "-Dquarkus.http.port=0", "-Dquarkus.management.port=0")
                : List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dquarkus.http.port=0",
                        "-Dquarkus.management.port=0", "-jar",
                        path);
    }
}
