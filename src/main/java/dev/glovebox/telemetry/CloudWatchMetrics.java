package dev.glovebox.telemetry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Writes the CloudWatch metrics of an event in the embedded metric format. CloudWatch reads them from the line of the event in
 * the log, so they cost no call.
 *
 * @see <a href=
 *      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *      the embedded metric format</a>
 */
final class CloudWatchMetrics {

    private static final String COUNT_UNIT = "Count";
    private static final String FUNCTION = "function";
    private static final String OUTCOME = "outcome";

    /** Failures that a retry cannot solve: the operator must change the account at the provider. */
    private static final Set<String> ACCOUNT_FAILURES = Set.of("provider-auth", "provider-billing");

    private final String namespace;

    /** @param namespace the CloudWatch namespace of the metrics */
    CloudWatchMetrics(String namespace) {
        this.namespace = namespace;
    }

    /** Adds the members of the metrics to the JSON object of the event: the numbers, and the directives that describe them. */
    void write(ReadingEvent event, JsonGenerator json) throws IOException {
        Map<String, Long> counts = counts(event);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeObjectFieldStart("_aws");
        json.writeNumberField("Timestamp", event.time().toEpochMilli());
        json.writeArrayFieldStart("CloudWatchMetrics");
        List<String> names = new ArrayList<>(counts.keySet());
        writeDirective(json, List.of(FUNCTION), names, event.isReading());
        if (event.isFailure()) {
            writeDirective(json, List.of(FUNCTION, OUTCOME), List.of("Failures"), false);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Returns the numbers by metric. Only new results have Reviews, so that the average of Reviews is the share of reviews. */
    private static Map<String, Long> counts(ReadingEvent event) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("Invocations", oneIf(event.subject().startsInvocation()));
        counts.put("Failures", oneIf(event.isFailure()));
        counts.put("AccountFailures", oneIf(ACCOUNT_FAILURES.contains(event.outcome())));
        if (event.isReading()) {
            counts.put("Readings", 1L);
            counts.put("ProviderCalls", (long) event.answer().calls().size());
            event.answer().calls().forEach(call -> counts.merge("ProviderCalls." + call.provider(), 1L, Long::sum));
            counts.put("Failovers", (long) event.answer().failovers());
            counts.put("DuplicatesAvoided", oneIf(event.facts().duplicate()));
            counts.put("ClaimsTakenOver", oneIf(event.facts().takenOver()));
            counts.put("CallsPaused", oneIf(event.facts().callsPaused()));
            if (event.facts().review() != null) {
                counts.put("Reviews", oneIf(event.facts().review()));
            }
        }
        return counts;
    }

    private static long oneIf(boolean condition) {
        return condition ? 1 : 0;
    }

    private void writeDirective(JsonGenerator json, List<String> dimensions, List<String> counts, boolean includeMillis)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("Namespace", namespace);
        json.writeArrayFieldStart("Dimensions");
        json.writeStartArray();
        for (String dimension : dimensions) {
            json.writeString(dimension);
        }
        json.writeEndArray();
        json.writeEndArray();
        json.writeArrayFieldStart("Metrics");
        for (String count : counts) {
            writeMetric(json, count, COUNT_UNIT);
        }
        if (includeMillis) {
            writeMetric(json, EventLine.MILLIS, "Milliseconds");
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeMetric(JsonGenerator json, String name, String unit) throws IOException {
        json.writeStartObject();
        json.writeStringField("Name", name);
        json.writeStringField("Unit", unit);
        json.writeEndObject();
    }
}
