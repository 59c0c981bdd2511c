package dev.glovebox.trigger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Decodes events that contain other events: arrays of records, and messages with an event as text. The inner events can only
 * name objects, since an envelope cannot return the answer to a call.
 */
final class Envelope {

    /** Decodes one record of an array. */
    @FunctionalInterface
    interface RecordDecoder {

        /** @param path the place of the record in the event, for the message of a failure */
        List<UploadedObject> decode(JsonNode record, String path);
    }

    private Envelope() {
    }

    /** Decodes the elements of {@code Records}: SQS messages, or records of SNS, COS and S3. */
    static Trigger records(JsonNode records, int depth) {
        if (!records.isArray()) {
            throw new InvalidTriggerException("Records is not an array");
        }
        if (!records.isEmpty() && QueueDecoder.matches(records.get(0))) {
            return QueueDecoder.decode(records, depth);
        }
        return all(records, "Records", (record, path) -> record(record, path, depth));
    }

    private static List<UploadedObject> record(JsonNode record, String path, int depth) {
        if (record.has("Sns")) {
            return objects(text(record.path("Sns").path("Message").asText(), path + ".Sns.Message", depth));
        }
        if (CosEventDecoder.matches(record)) {
            return CosEventDecoder.decode(record, path).stream().toList();
        }
        if (record.isEmpty() || S3EventDecoder.matches(record)) {
            return S3EventDecoder.decode(record, path).stream().toList();
        }
        throw new InvalidTriggerException(path + " is not a known event");
    }

    /**
     * Decodes an array of events: CloudEvents in batch mode, or what EventBridge Pipes sends, which are messages of a queue,
     * records or events.
     *
     * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html">batches of
     *      Pipes</a>
     */
    static Trigger array(JsonNode events, int depth) {
        if (QueueDecoder.matches(events.get(0))) {
            return QueueDecoder.decode(events, depth);
        }
        return all(events, "The event", (event, path) -> objects(json(event, depth)));
    }

    /** Returns true for the message by which a topic asks an HTTP endpoint to confirm or end its subscription. */
    static boolean isSubscriptionMessage(JsonNode message) {
        String type = message.path("Type").asText(message.path("type").asText());
        return type.equals("SubscriptionConfirmation") || type.equals("UnsubscribeConfirmation");
    }

    /** Decodes the messages of Huawei's SMN. */
    static Trigger smn(JsonNode records, int depth) {
        return all(records, "record", (record, path) -> objects(
                text(record.path("smn").path("message").asText(), path + ".smn.message", depth)));
    }

    /**
     * Decodes an event that is a text inside another event.
     *
     * @param path the place of the text, for the message of a failure
     */
    static Trigger text(String text, String path, int depth) {
        if (text.isBlank()) {
            throw new InvalidTriggerException(path + " is empty");
        }
        try {
            return json(EventJson.read(text.getBytes(StandardCharsets.UTF_8)), depth);
        } catch (InvalidTriggerException e) {
            throw e.getMessage().startsWith(path) ? e : new InvalidTriggerException(path + ": " + e.getMessage());
        }
    }

    /** Decodes an event that is a JSON value inside another event. */
    static Trigger json(JsonNode json, int depth) {
        Trigger trigger = TriggerDecoder.decode(json, depth + 1);
        objects(trigger);
        return trigger;
    }

    /**
     * Returns the objects that an event inside an envelope names.
     *
     * @throws InvalidTriggerException if the event asks for an answer
     */
    static List<UploadedObject> objects(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Uploads uploads -> uploads.objects();
            case Trigger.Ping ping -> List.of();
            case Trigger.Call call when call.image() instanceof ImageSource.Stored stored ->
                List.of(new UploadedObject(stored.object()));
            case Trigger.Call call -> throw new InvalidTriggerException("a message can only name objects");
            case Trigger.Messages messages -> throw new InvalidTriggerException("a message contains a batch of messages");
            case Trigger.Job job -> throw new InvalidTriggerException("a message contains tasks of a batch job");
            case Trigger.Gateway gateway -> throw new InvalidTriggerException("a message contains a gateway's request");
            case Trigger.Invalid invalid -> throw new InvalidTriggerException(invalid.problem());
        };
    }

    private static Trigger all(JsonNode records, String name, RecordDecoder decoder) {
        List<UploadedObject> objects = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            objects.addAll(decoder.decode(records.get(i), name + "[" + i + "]"));
        }
        return new Trigger.Uploads(objects);
    }
}
