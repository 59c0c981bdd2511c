package dev.glovebox.trigger;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Decodes the record that Lambda sends to an on-failure destination. It contains the event that failed, so that an operator can
 * send the records of such a queue to the function again.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">the structure of a
 *      record</a>
 */
final class FailureRecord {

    private static final String PAYLOAD = "requestPayload";

    private FailureRecord() {
    }

    static boolean matches(JsonNode event) {
        return event.has(PAYLOAD) && event.path("requestContext").has("condition");
    }

    static Trigger decode(JsonNode event, int depth) {
        return TriggerDecoder.decode(event.get(PAYLOAD), depth + 1);
    }
}
