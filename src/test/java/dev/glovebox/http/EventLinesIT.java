package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.ScriptedServer;

/** The log lines, metrics and health checks of the packaged server. */
class EventLinesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TempDir
    Path folder;

    @Test
    void logsEachCallWithoutDocumentData() throws Exception {
        Files.createDirectories(folder.resolve("b/in"));
        Files.write(folder.resolve("b/in/京AF0236.jpg"), Images.file("vin-01.jpg"));
        try (ScriptedServer provider = new ScriptedServer(); HttpClient client = HttpClient.newHttpClient()) {
            provider.answer(200, Map.of("X-Request-Id", "provider-1", "Content-Type", "application/json"),
                    "{\"result\": {\"vin\": \"LBV2B25G2E5069977\"}}");
            Process server = Packaged.start(Map.of("GLOVEBOX_HUAWEI_ENDPOINT", provider.url().toString(),
                    "GLOVEBOX_HUAWEI_ACCESS_KEY", "AK", "GLOVEBOX_HUAWEI_SECRET_KEY", "not-to-be-printed",
                    "GLOVEBOX_HUAWEI_PROJECT_ID", "project", "GLOVEBOX_STORAGE_TYPE", "folder", "GLOVEBOX_STORAGE_FOLDER",
                    folder.toString(), "GLOVEBOX_STORAGE_BUCKETS", "b", "GLOVEBOX_LOG_HASH_KEY", "a key",
                    "GLOVEBOX_METRICS_EMF_NAMESPACE", "Glovebox"));
            try (BufferedReader log = Packaged.output(server)) {
                Packaged.Ports ports = Packaged.ports(log);
                URI url = URI.create("http://localhost:" + ports.http());

                HttpResponse<String> read = call(client, url, "{\"object\": {\"bucket\": \"b\", \"key\": \"in/京AF0236.jpg\"}}");
                HttpResponse<String> duplicate = call(client, url,
                        "{\"object\": {\"bucket\": \"b\", \"key\": \"in/京AF0236.jpg\"}}");
                HttpResponse<String> forbidden = call(client, url, "{\"object\": {\"bucket\": \"c\", \"key\": \"in/1.jpg\"}}");
                String metrics = get(client, URI.create("http://localhost:" + ports.management() + "/q/metrics")).body();
                List<JsonNode> lines = events(log, 3);

                assertThat(read.statusCode()).isEqualTo(200);
                assertThat(duplicate.body()).isEqualTo(read.body());
                assertThat(forbidden.statusCode()).isEqualTo(403);
                assertThat(read.headers().firstValue("X-Request-Id")).hasValue("call-1");
                assertThat(lines.toString()).doesNotContain("京AF0236", "LBV2B25G2E5069977", "not-to-be-printed");

                JsonNode line = lines.getFirst();
                assertThat(line.path("function").asText()).isEqualTo("vin");
                assertThat(line.path("trigger").asText()).isEqualTo("call");
                assertThat(line.path("outcome").asText()).isEqualTo("succeeded");
                assertThat(line.path("provider").asText()).isEqualTo("huawei");
                assertThat(line.path("providerRequestId").asText()).isEqualTo("provider-1");
                assertThat(line.path("bytes").asInt()).isEqualTo(Images.file("vin-01.jpg").length);
                assertThat(line.path("millis").isNumber()).isTrue();
                assertThat(line.path("requestId").asText()).isEqualTo("call-1");
                assertThat(line.path("traceId").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
                assertThat(line.path("object").asText()).matches("[0-9a-f]{32}")
                        .isEqualTo(lines.get(1).path("object").asText());
                assertThat(line.path("_aws").path("CloudWatchMetrics").path(0).path("Namespace").asText())
                        .isEqualTo("Glovebox");
                assertThat(lines.get(1).path("duplicate").asBoolean()).isTrue();
                assertThat(lines.get(2).path("outcome").asText()).isEqualTo("forbidden-source");

                assertThat(provider.requests()).singleElement()
                        .satisfies(call -> assertThat(call.headers().getFirst("traceparent")).isEqualTo(TRACEPARENT));
                assertThat(metrics).contains("glovebox_invocations_total{function=\"vin\",trigger=\"call\"} 3.0",
                        "glovebox_provider_calls_seconds_count{function=\"vin\",outcome=\"succeeded\",provider=\"huawei\"} 1",
                        "glovebox_readings_seconds_count{function=\"vin\",outcome=\"succeeded\",trigger=\"call\"} 2",
                        "glovebox_readings_seconds_count{function=\"vin\",outcome=\"forbidden-source\",trigger=\"call\"} 1",
                        "glovebox_duplicates_avoided_total{function=\"vin\"} 1.0",
                        "glovebox_results_total{function=\"vin\",review=\"false\"} 1.0",
                        "glovebox_failovers_total{function=\"vin\"} 0.0");
                assertThat(get(client, url.resolve("/q/health/live")).statusCode()).isEqualTo(200);
                assertThat(get(client, url.resolve("/q/health/ready")).statusCode()).isEqualTo(200);
            } finally {
                server.destroyForcibly();
            }
        }
    }

    /** Returns the next event lines. Every printed line must be JSON, since log collectors parse line by line. */
    private static List<JsonNode> events(BufferedReader log, int count) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        while (events.size() < count) {
            JsonNode line = JSON.readTree(log.readLine());
            if (line.has("event")) {
                events.add(line);
            }
        }
        return events;
    }

    private static HttpResponse<String> call(HttpClient client, URI url, String json) throws Exception {
        return client.send(HttpRequest.newBuilder(url.resolve("/vin")).header("Content-Type", "application/json")
                .header("X-Request-Id", "call-1").header("traceparent", TRACEPARENT)
                .POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient client, URI url) throws Exception {
        return client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
    }
}
