package dev.glovebox.trigger;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.glovebox.trace.TraceContext;

/**
 * Decodes batches of SQS messages. An invalid message does not affect the others.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">failed messages</a>
 */
final class QueueDecoder {

    private QueueDecoder() {
    }

    static boolean matches(JsonNode record) {
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
        // standard queues have groups too, but only for fairness: their messages have no order
        boolean isOrdered = record.path("eventSourceARN").asText().endsWith(".fifo")
                || record.path("attributes").has("SequenceNumber");
        String group = isOrdered ? EventJson.text(record.path("attributes"), "MessageGroupId") : null;
        try {
            TraceContext trace = trace(record);
            List<UploadedObject> objects = Envelope.objects(Envelope.text(record.path("body").asText(), "body", depth));
            return new Trigger.Message(id, group, objects.stream().map(object -> object.withDefaultTrace(trace)).toList(),
                    null);
        } catch (InvalidTriggerException invalid) {
            return new Trigger.Message(id, group, List.of(), invalid.getMessage());
        }
    }

    /**
     * Returns the trace of a message. SQS puts the X-Ray header into a system attribute. Senders put the W3C header into a
     * message attribute, as OpenTelemetry does.
     */
    private static TraceContext trace(JsonNode record) {
        return TraceContext.of(
                EventJson.text(record.path("messageAttributes").path(TraceContext.TRACEPARENT), "stringValue"),
                EventJson.text(record.path("attributes"), "AWSTraceHeader"));
    }
}
