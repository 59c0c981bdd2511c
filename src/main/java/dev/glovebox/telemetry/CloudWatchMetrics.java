package dev.glovebox.telemetry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What CloudWatch counts of an event, in the embedded metric format: it stands in the event's own line, and costs no call.
 *
 * @see <a href=
 *      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *      the format</a>
 */
final class CloudWatchMetrics {

    private static final String COUNT = "Count";
    private static final String FUNCTION = "function";
    private static final String OUTCOME = "outcome";

    /** Failures that no other try mends, but whoever runs the account. */
    private static final Set<String> ACCOUNT = Set.of("provider-auth", "provider-billing");

    private final String namespace;

    CloudWatchMetrics(String namespace) {
        this.namespace = namespace;
    }

    /** Members of the event's object: the metrics, and the directive that says which they are. */
    void write(ReadingEvent event, JsonGenerator json) throws IOException {
        Map<String, Long> counts = counts(event);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeObjectFieldStart("_aws");
        json.writeNumberField("Timestamp", event.time().toEpochMilli());
        json.writeArrayFieldStart("CloudWatchMetrics");
        List<String> names = new ArrayList<>(counts.keySet());
        directive(json, List.of(FUNCTION), names, event.isReading());
        if (event.isFailure()) {
            directive(json, List.of(FUNCTION, OUTCOME), List.of("Failures"), false);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A review is of a result that was made now, so that the average of Reviews is the rate of them. */
    private static Map<String, Long> counts(ReadingEvent event) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("Invocations", flag(event.subject().startsInvocation()));
        counts.put("Failures", flag(event.isFailure()));
        counts.put("AccountFailures", flag(ACCOUNT.contains(event.outcome())));
        if (event.isReading()) {
            counts.put("Readings", 1L);
            counts.put("ProviderCalls", (long) event.answer().calls().size());
            event.answer().calls().forEach(call -> counts.merge("ProviderCalls." + call.provider(), 1L, Long::sum));
            counts.put("Failovers", (long) event.answer().failovers());
            counts.put("DuplicatesAvoided", flag(event.facts().duplicate()));
            counts.put("ClaimsTakenOver", flag(event.facts().takenOver()));
            if (event.facts().review() != null) {
                counts.put("Reviews", flag(event.facts().review()));
            }
        }
        return counts;
    }

    private static long flag(boolean set) {
        return set ? 1 : 0;
    }

    private void directive(JsonGenerator json, List<String> dimensions, List<String> counts, boolean timed)
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
            metric(json, count, COUNT);
        }
        if (timed) {
            metric(json, EventLine.MILLIS, "Milliseconds");
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void metric(JsonGenerator json, String name, String unit) throws IOException {
        json.writeStartObject();
        json.writeStringField("Name", name);
        json.writeStringField("Unit", unit);
        json.writeEndObject();
    }
}
