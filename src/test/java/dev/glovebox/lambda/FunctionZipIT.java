package dev.glovebox.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.testing.Images;
import dev.glovebox.testing.RuntimeApi;
import dev.glovebox.testing.ScriptedServer;

/**
 * Runs {@code function.zip} like the Lambda runtime {@code provided.al2023}: it unpacks the file and starts {@code bootstrap}.
 */
class FunctionZipIT {

    private static final Path ZIP = Path.of("target", "function.zip");
    private static final long MAX_BYTES = 20_750_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void containsOnlyOneSmallExecutable() throws IOException {
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            List<String> names = new ArrayList<>();
            zip.stream().forEach(entry -> names.add(entry.getName()));
            assertThat(names).containsExactly("bootstrap");
        }
        try (FileSystem zip = FileSystems.newFileSystem(ZIP, Map.of("enablePosixFileAttributes", true))) {
            assertThat(Files.getPosixFilePermissions(zip.getPath("bootstrap"))).contains(PosixFilePermission.OTHERS_EXECUTE);
        }
        assertThat(Files.size(ZIP)).isLessThanOrEqualTo(MAX_BYTES);
    }

    @Test
    void reportsResultsAndFailuresAndStopsAsLambdaExpects() throws Exception {
        try (RuntimeApi lambda = new RuntimeApi(); ScriptedServer provider = new ScriptedServer()) {
            provider.answer(200, "{\"result\": [{\"plate_number\": \"粤B12345\", \"plate_color\": \"blue\"}]}");
            Process function = start(lambda, "license-plate", Map.of("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString()));
            try {
                assertThat(lambda.answer("{\"warmup\": true}", TIMEOUT).body().length()).isZero();

                RuntimeApi.Answer read = lambda.answer(call("plate-02.jpg"), TIMEOUT);
                assertThat(read.failed()).isFalse();
                assertThat(read.body().toString()).contains("\"value\":\"粤B12345\"", "\"province\":\"粤\"");

                RuntimeApi.Answer failed = lambda.answer("{\"image\": \"R0lGODlh\"}", TIMEOUT);
                assertThat(failed.failed()).isTrue();
                assertThat(failed.body().toString()).contains("dev.glovebox.failure.FailureException", "unsupported-image: ");

                function.destroy();
                assertThat(function.waitFor(2, TimeUnit.SECONDS)).as("stops on SIGTERM").isTrue();
            } finally {
                function.destroyForcibly();
            }
            assertThat(provider.requests()).hasSize(1);
        }
    }

    /** The function loads its secret, continues the trace and prints one line with CloudWatch's metrics. */
    @Test
    void eventIsLoggedInOneLine() throws Exception {
        try (RuntimeApi lambda = new RuntimeApi();
                ScriptedServer provider = new ScriptedServer();
                ScriptedServer aws = new ScriptedServer()) {
            aws.answer(200, "{\"Parameter\": {\"Value\": \"not-to-be-printed\"}}");
            provider.answer(200, "{\"result\": [{\"plate_number\": \"粤B12345\", \"plate_color\": \"blue\"}]}");
            Process function = start(lambda, "license-plate", Map.of("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString(),
                    "GLOVEBOX_HUAWEI_SECRET_KEY", "aws-ssm:/glovebox/sk", "GLOVEBOX_SECRETS_SSM_ENDPOINT",
                    aws.url().toString(), "AWS_REGION", "eu-west-1", "AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY",
                    "not-to-be-printed", "GLOVEBOX_METRICS_EMF_NAMESPACE", "Glovebox"));
            List<String> lines;
            try {
                assertThat(lambda.answer(call("plate-02.jpg"), TIMEOUT).failed()).isFalse();
                assertThat(lambda.answer("{\"warmup\": true}", TIMEOUT).failed()).isFalse();
                lines = Files.readAllLines(folder.resolve("log"));
            } finally {
                function.destroyForcibly();
            }
            assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).doesNotContain("粤B12345", "not-to-be-printed"));
            JsonNode line = new ObjectMapper().readTree(lines.getFirst());
            assertThat(line.path("outcome").asText()).isEqualTo("succeeded");
            assertThat(line.path("requestId").asText()).isEqualTo("request-1");
            assertThat(line.path("traceId").asText()).isEqualTo("5759e988bd862e3fe1be46a994272793");
            assertThat(line.path("ProviderCalls.huawei").asInt()).isEqualTo(1);
            assertThat(line.path("_aws").path("CloudWatchMetrics").path(0).path("Namespace").asText()).isEqualTo("Glovebox");
            assertThat(new ObjectMapper().readTree(lines.get(1)).path("trigger").asText()).isEqualTo("ping");
            assertThat(provider.requests().getFirst().headers().getFirst("X-Amzn-Trace-Id")).isEqualTo(RuntimeApi.TRACE);
            assertThat(aws.requests()).hasSize(1);
        }
    }

    @Test
    void eventTimesOutBeforeItsLambdaDeadline() throws Exception {
        try (RuntimeApi lambda = new RuntimeApi(); ScriptedServer provider = new ScriptedServer()) {
            provider.hang();
            Process function = start(lambda, "vin", Map.of("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString()));
            try {
                RuntimeApi.Answer late = lambda.answer(call("vin-01.jpg"), Duration.ofMillis(2500));
                assertThat(late.failed()).isTrue();
                assertThat(late.body().toString()).contains("timeout: ");
                assertThat(Duration.ofNanos(late.nanos())).isLessThan(Duration.ofMillis(2500));
            } finally {
                function.destroyForcibly();
            }
        }
    }

    /** Quarkus' Lambda extension opens an unused connection for each failed event. */
    @Test
    void connectionsOfFailedEventsAreClosed() throws Exception {
        try (RuntimeApi lambda = new RuntimeApi()) {
            Process function = start(lambda, "vin", Map.of());
            try {
                long before = descriptorsAfterFailures(lambda, function);
                long after = descriptorsAfterFailures(lambda, function);
                // the garbage collector closes the connections; a leak would leave all 500
                assertThat(after - before).isLessThan(250);
            } finally {
                function.destroyForcibly();
            }
        }
    }

    private static long descriptorsAfterFailures(RuntimeApi lambda, Process function) throws Exception {
        for (int i = 0; i < 500; i++) {
            assertThat(lambda.answer("{\"image\": \"R0lGODlh\"}", TIMEOUT).failed()).isTrue();
        }
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(function.pid()), "fd"))) {
            return open.count();
        }
    }

    @Test
    void invalidSettingStopsTheStartWithAMessage() throws Exception {
        try (RuntimeApi lambda = new RuntimeApi()) {
            Process function = start(lambda, "vin", Map.of("GLOVEBOX_PROVIDERS", "nobody"));
            try {
                assertThat(function.waitFor(10, TimeUnit.SECONDS)).isTrue();
                assertThat(function.exitValue()).isNotZero();
                assertThat(Files.readString(folder.resolve("log")))
                        .contains("glovebox.providers names an unknown provider: nobody").doesNotContain("EXAMPLE-SK");
            } finally {
                function.destroyForcibly();
            }
        }
    }

    private Process start(RuntimeApi lambda, String handler, Map<String, String> settings) throws IOException {
        Path bootstrap = folder.resolve("bootstrap");
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            Files.copy(zip.getInputStream(zip.getEntry("bootstrap")), bootstrap);
        }
        assertThat(bootstrap.toFile().setExecutable(true)).isTrue();
        Map<String, String> environment = new HashMap<>(Map.of("AWS_LAMBDA_RUNTIME_API", lambda.address(),
                "QUARKUS_LAMBDA_HANDLER", handler, "GLOVEBOX_HUAWEI_ACCESS_KEY", "EXAMPLE-AK", "GLOVEBOX_HUAWEI_SECRET_KEY",
                "EXAMPLE-SK", "GLOVEBOX_HUAWEI_PROJECT_ID", "project"));
        environment.putAll(settings);
        ProcessBuilder builder = new ProcessBuilder(bootstrap.toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String call(String image) {
        return "{\"image\":\"" + Base64.getEncoder().encodeToString(Images.file(image)) + "\"}";
    }
}
