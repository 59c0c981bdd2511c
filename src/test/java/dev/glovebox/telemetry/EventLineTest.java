package dev.glovebox.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class EventLineTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReadingEvent READ = new ReadingEvent(Instant.parse("2026-01-31T08:00:00.123Z"), 412, "succeeded",
            new Subject("vin", TriggerKind.MESSAGE, true, true,
                    new Subject.Ids("00112233445566778899aabbccddeeff", "request-1", "0af7651916cd43dd8448eb211c80319c")),
            new ReadingEvent.Facts(107990L, false, true, false, true),
            new ProviderAnswer("tencent", "id-1", null,
                    List.of(new ProviderAnswer.Call("huawei", "throttled", 41),
                            new ProviderAnswer.Call("huawei", "throttled", 12),
                            new ProviderAnswer.Call("tencent", "succeeded", 300)),
                    1));
    private static final ReadingEvent PING = new ReadingEvent(Instant.parse("2026-01-31T08:00:00Z"), 0, "succeeded",
            new Subject("vin", TriggerKind.PING, false, true, new Subject.Ids(null, "request-2", null)),
            ReadingEvent.Facts.NONE, ProviderAnswer.NONE);
    private static final ReadingEvent FAILED = new ReadingEvent(Instant.parse("2026-01-31T08:00:00Z"), 7, "provider-auth",
            new Subject("vin", TriggerKind.CALL, true, false, Subject.Ids.NONE),
            new ReadingEvent.Facts(10L, false, false, false, null), new ProviderAnswer("huawei", null, "APIGW.0301",
                    List.of(new ProviderAnswer.Call("huawei", "provider-auth", 7)), 0));

    @Test
    void eventIsOneLineOfJson() {
        byte[] line = new EventLine(Optional.empty()).toJson(READ);

        assertThat(new String(line, StandardCharsets.UTF_8)).isEqualTo("""
                {"event":"reading","time":"2026-01-31T08:00:00.123Z","function":"vin","trigger":"message",\
                "outcome":"succeeded","millis":412,"bytes":107990,"provider":"tencent","providerRequestId":"id-1",\
                "calls":[{"provider":"huawei","outcome":"throttled","millis":41},\
                {"provider":"huawei","outcome":"throttled","millis":12},\
                {"provider":"tencent","outcome":"succeeded","millis":300}],"failovers":1,"duplicate":false,"takenOver":true,\
                "review":true,"object":"00112233445566778899aabbccddeeff","requestId":"request-1",\
                "traceId":"0af7651916cd43dd8448eb211c80319c"}
                """);
    }

    @Test
    void absentMembersAreOmitted() {
        assertThat(new String(new EventLine(Optional.empty()).toJson(PING), StandardCharsets.UTF_8)).isEqualTo("""
                {"event":"invocation","time":"2026-01-31T08:00:00Z","function":"vin","trigger":"ping","outcome":"succeeded",\
                "millis":0,"requestId":"request-2"}
                """);
    }

    @Test
    void textFormIsReadableByPeople() {
        assertThat(EventLine.toText(READ)).isEqualTo("vin, message: succeeded in 412 ms, 107990 bytes,"
                + " huawei throttled in 41 ms, huawei throttled in 12 ms, tencent succeeded in 300 ms, needs review");
        assertThat(EventLine.toText(PING)).isEqualTo("vin, ping: succeeded in 0 ms");
    }

    @Test
    void readingIsCountedInCloudWatchMetrics() throws IOException {
        JsonNode line = withMetrics(READ);

        assertThat(line.path("Invocations").asInt(-1)).isEqualTo(1);
        assertThat(line.path("Readings").asInt(-1)).isEqualTo(1);
        assertThat(line.path("Failures").asInt(-1)).isZero();
        assertThat(line.path("ProviderCalls").asInt(-1)).isEqualTo(3);
        assertThat(line.path("ProviderCalls.huawei").asInt(-1)).isEqualTo(2);
        assertThat(line.path("ProviderCalls.tencent").asInt(-1)).isEqualTo(1);
        assertThat(line.path("Failovers").asInt(-1)).isEqualTo(1);
        assertThat(line.path("DuplicatesAvoided").asInt(-1)).isZero();
        assertThat(line.path("ClaimsTakenOver").asInt(-1)).isEqualTo(1);
        assertThat(line.path("Reviews").asInt(-1)).isEqualTo(1);
        assertThat(line.path("_aws").path("Timestamp").asLong()).isEqualTo(1769846400123L);
    }

    @Test
    void failureIsAlsoCountedByItsOutcome() throws IOException {
        JsonNode directives = withMetrics(FAILED).path("_aws").path("CloudWatchMetrics");

        assertThat(withMetrics(FAILED).path("providerCode").asText()).isEqualTo("APIGW.0301");
        assertThat(withMetrics(FAILED).path("Invocations").asInt(-1)).isZero();
        assertThat(withMetrics(FAILED).has("Reviews")).isFalse();
        assertThat(directives.path(1)).isEqualTo(JSON.readTree("""
                {"Namespace": "Glovebox", "Dimensions": [["function", "outcome"]],
                 "Metrics": [{"Name": "Failures", "Unit": "Count"}]}"""));
    }

    /** The embedded metric format requires this: a metric is a number at the root, a dimension is a text at the root. */
    @Test
    void everyMetricAndDimensionIsARootMember() throws IOException {
        for (ReadingEvent event : List.of(READ, PING, FAILED)) {
            JsonNode line = withMetrics(event);
            Set<String> units = new HashSet<>();
            for (JsonNode directive : line.path("_aws").path("CloudWatchMetrics")) {
                assertThat(directive.path("Namespace").asText()).isEqualTo("Glovebox");
                directive.path("Dimensions")
                        .forEach(set -> set.forEach(name -> assertThat(line.path(name.asText()).isTextual()).isTrue()));
                for (JsonNode metric : directive.path("Metrics")) {
                    assertThat(line.path(metric.path("Name").asText()).isNumber()).as(metric.toString()).isTrue();
                    units.add(metric.path("Unit").asText());
                }
            }
            assertThat(units).isSubsetOf("Count", "Milliseconds").contains("Count");
        }
        assertThat(withMetrics(PING).path("_aws").toString()).doesNotContain("millis");
    }

    private static JsonNode withMetrics(ReadingEvent event) throws IOException {
        byte[] line = new EventLine(Optional.of(new CloudWatchMetrics("Glovebox"))).toJson(event);
        assertThat(line).endsWith("}\n".getBytes(StandardCharsets.UTF_8)).containsOnlyOnce('\n');
        return JSON.readTree(line);
    }
}
