package dev.glovebox.trigger;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.trace.TraceContext;

/**
 * A batch of SQS messages. One that cannot be understood does not keep the others from being read.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">what becomes of each</a>
 */
final class QueueDecoder {

    private QueueDecoder() {
    }

    static boolean fits(JsonNode record) {
        return record.path("eventSource").asText().equals("aws:sqs") || record.has("messageId") && record.has("receiptHandle");
    }

    static Trigger.Messages decode(JsonNode records, int depth) {
        List<Trigger.Message> messages = new ArrayList<>();
        for (JsonNode record : records) {
            messages.add(message(record, depth));
        }
        return new Trigger.Messages(messages);
    }

    private static Trigger.Message message(JsonNode record, int depth) {
        String id = EventJson.text(record, "messageId");
        if (id == null) {
            throw new InvalidTriggerException("A message has no messageId");
        }
        // standard queues have groups too, for fairness, and no order in them
        boolean ordered = record.path("eventSourceARN").asText().endsWith(".fifo")
                || record.path("attributes").has("SequenceNumber");
        String group = ordered ? EventJson.text(record.path("attributes"), "MessageGroupId") : null;
        try {
            TraceContext trace = trace(record);
            List<UploadedObject> objects = Envelope.objects(Envelope.text(record.path("body").asText(), "body", depth));
            return new Trigger.Message(id, group, objects.stream().map(object -> object.in(trace)).toList(), null);
        } catch (InvalidTriggerException broken) {
            return new Trigger.Message(id, group, List.of(), broken.getMessage());
        }
    }

    /** SQS has an attribute of its own for X-Ray's; W3C's comes in the sender's, as OpenTelemetry writes it. */
    private static TraceContext trace(JsonNode record) {
        return TraceContext.of(
                EventJson.text(record.path("messageAttributes").path(TraceContext.TRACEPARENT), "stringValue"),
                EventJson.text(record.path("attributes"), "AWSTraceHeader"));
    }
}
