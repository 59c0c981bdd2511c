package dev.glovebox.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import dev.glovebox.sandbox.SandboxAccount;

/**
 * Checks everything that tests and application print. A test class fails if its output has document data of the fixtures, a
 * secret, a signature or an image. Registered for all tests (META-INF/services).
 */
public final class OutputCheck implements BeforeAllCallback, AfterAllCallback {

    /** The members of the fixtures that identify a person or a vehicle. */
    private static final Set<String> PERSONAL = Set.of("vin", "plate_number", "number", "name", "address", "engine_no",
            "file_no",
            "code_number");
    private static final Pattern SIGNATURE = Pattern
            .compile(
                    "X-Amz-Signature=|Signature=[0-9a-f]{64}|SDK-HMAC-SHA256 Access|TC3-HMAC-SHA256 Credential|X-Auth-Token: ");
    /** Base64 of more than 48 bytes. Paths do not match: they have no plus sign, and their names are shorter. */
    private static final Pattern BASE64 = Pattern.compile("(?=[A-Za-z0-9/]*\\+)[A-Za-z0-9+/]{65,}={0,2}|[A-Za-z0-9]{100,}");

    /** Quarkus' tests print the command that starts the packaged application, with all settings. */
    private static final String COMMAND = "Executing \"";

    private static final Set<String> WORDS = words();
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    static {
        System.setOut(new PrintStream(new Watched(System.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Watched(System.err), true, StandardCharsets.UTF_8));
    }

    /** Checks log records. The handlers of the log do not use the streams that this class replaces. */
    private static final Handler LOG = new Handler() {

        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            formatter.format(record).lines().forEach(OutputCheck::check);
        }

        @Override
        public void flush() {
            // nothing is buffered
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @Override
    public void beforeAll(ExtensionContext context) {
        FOUND.clear();
        Logger root = Logger.getLogger("");
        if (!List.of(root.getHandlers()).contains(LOG)) {
            root.addHandler(LOG);
        }
    }

    private static void check(String line) {
        if (line.startsWith(COMMAND)) {
            return;
        }
        findForbidden(line).ifPresent(forbidden -> FOUND.add(forbidden + " in: " + line));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(List.copyOf(FOUND)).as("forbidden output").isEmpty();
    }

    /** Returns the forbidden part of the line. Returns empty if the line is allowed. */
    static Optional<String> findForbidden(String line) {
        return WORDS.stream().filter(line::contains).findFirst()
                .or(() -> SIGNATURE.matcher(line).find() ? Optional.of("a signature") : Optional.empty())
                .or(() -> BASE64.matcher(line).find() ? Optional.of("a long run of Base64") : Optional.empty());
    }

    private static Set<String> words() {
        Stream<String> personal = Stream.of("", "real/").flatMap(folder -> LicenseTruth.of(folder).values().stream())
                .flatMap(image -> image.properties().stream()).filter(member -> PERSONAL.contains(member.getKey()))
                .map(member -> member.getValue().asText().replace("*", ""));
        SandboxAccount account = SandboxAccount.DEFAULT;
        Stream<String> secrets = Stream.of(account.secretKey(), account.password(), account.tencent().secretKey(),
                account.tencent().token(), S3ProxyServer.SECRET_KEY, "not-to-be-printed");
        return Stream.concat(personal, secrets).filter(word -> word.length() > 1).collect(Collectors.toUnmodifiableSet());
    }

    /** Forwards all output and checks it line by line. */
    private static final class Watched extends OutputStream {

        private final PrintStream out;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Watched(PrintStream out) {
            this.out = out;
        }

        @Override
        public synchronized void write(int character) {
            out.write(character);
            if (character == '\n') {
                check(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(character);
            }
        }

        @Override
        public void flush() {
            out.flush();
        }
    }
}
