package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged server does not start with settings that cannot work, and says which. */
class StartUpIT {

    private static final Map<String, String> KEYS = Map.of("GLOVEBOX_HUAWEI_ACCESS_KEY", "AK", "GLOVEBOX_HUAWEI_SECRET_KEY",
            "not-to-be-printed", "GLOVEBOX_HUAWEI_PROJECT_ID", "project");

    static Stream<Arguments> wrongSettings() {
        return Stream.of(Arguments.of(Map.of(), "glovebox.huawei.access-key"),
                Arguments.of(Map.of("GLOVEBOX_HUAWEI_SECRET_KEY", "not-to-be-printed"), "glovebox.huawei.access-key missing"),
                Arguments.of(with("GLOVEBOX_PROVIDERS", "nobody"), "glovebox.providers names an unknown provider: nobody"),
                Arguments.of(with("GLOVEBOX_VIN_PROVIDERS", "nobody"),
                        "glovebox.vin.providers names an unknown provider: nobody"),
                Arguments.of(with("GLOVEBOX_HUAWEI_TIMEOUT", "soon"), "glovebox.huawei.timeout"),
                Arguments.of(with("GLOVEBOX_HUAWEI_TIMEOUT", "0s"), "glovebox.huawei.timeout"),
                Arguments.of(with("GLOVEBOX_TIMEOUT", "1s"), "glovebox.timeout"),
                Arguments.of(with("GLOVEBOX_STORAGE_CLAIM_TIMEOUT", "-1s"), "glovebox.storage.claim-timeout"),
                Arguments.of(with("GLOVEBOX_HUAWEI_ENDPOINT", "ocr.example.com"), "glovebox.huawei.endpoint"),
                Arguments.of(with("GLOVEBOX_STORAGE_TYPE", "tape"), "glovebox.storage.type"),
                Arguments.of(with("GLOVEBOX_VEHICLE_LICENSE_SIDE", "left"), "glovebox.vehicle-license.side"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongSettings")
    void shouldNameTheKeyThatIsWrong(Map<String, String> environment, String words) throws Exception {
        ProcessBuilder server = new ProcessBuilder(command()).redirectErrorStream(true);
        server.environment().keySet().removeIf(name -> name.startsWith("GLOVEBOX_") || name.startsWith("QUARKUS_"));
        server.environment().putAll(environment);

        Process process = server.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            assertThat(output).contains(words).doesNotContain("not-to-be-printed").doesNotContain("\tat ");
        } finally {
            process.destroyForcibly();
        }
    }

    /** What this build has packaged, not what an earlier one has left. */
    private static List<String> command() throws IOException {
        Properties artifact = new Properties();
        try (InputStream in = Files.newInputStream(Path.of("target/quarkus-artifact.properties"))) {
            artifact.load(in);
        }
        String path = Path.of("target", artifact.getProperty("path")).toString();
        return artifact.getProperty("type").startsWith("native") ? List.of(path, "-Dquarkus.http.port=0")
                : List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dquarkus.http.port=0", "-jar",
                        path);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(KEYS);
        environment.put(name, value);
        return environment;
    }
}
