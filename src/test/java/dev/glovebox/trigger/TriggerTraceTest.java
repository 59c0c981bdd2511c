package dev.glovebox.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.glovebox.trace.TraceContext;

/** The trace of a call is found in every kind of event. */
class TriggerTraceTest {

    private static final String W3C = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String XRAY = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    @Test
    void traceOfAMessageIsFound() {
        Trigger.Messages batch = (Trigger.Messages) decode("""
                {"Records": [{"messageId": "1", "receiptHandle": "r", "eventSource": "aws:sqs",
                  "attributes": {"AWSTraceHeader": "%s"},
                  "messageAttributes": {"traceparent": {"dataType": "String", "stringValue": "%s"}},
                  "body": "{\\"object\\": {\\"bucket\\": \\"b\\", \\"key\\": \\"k.jpg\\"}}"}]}""".formatted(XRAY, W3C));

        assertThat(batch.messages().getFirst().objects()).extracting(UploadedObject::trace)
                .containsExactly(new TraceContext(W3C, XRAY));
    }

    @Test
    void traceOfACloudEventIsFound() {
        Trigger.Uploads uploads = (Trigger.Uploads) decode(
                """
                        {"specversion": "1.0", "id": "1", "type": "t", "source": "s", "traceparent": "%s", "data": {"Records": [
                          {"eventVersion": "2.1", "eventName": "ObjectCreated:Put", "s3": {"bucket": {"name": "b"}, "object": {"key": "k.jpg"}}}]}}"""
                        .formatted(W3C));

        assertThat(uploads.objects()).extracting(UploadedObject::trace).isEqualTo(List.of(new TraceContext(W3C, null)));
    }

    @Test
    void traceOfAGatewayRequestIsFound() {
        Trigger.Gateway gateway = (Trigger.Gateway) decode("""
                {"requestContext": {"http": {"method": "POST"}}, "headers": {"x-amzn-trace-id": "%s", "Traceparent": "%s"},
                  "body": "{\\"warmup\\": true}"}""".formatted(XRAY, W3C));

        assertThat(gateway.trace()).isEqualTo(new TraceContext(W3C, XRAY));
    }

    private static Trigger decode(String json) {
        return TriggerDecoder.decode(json.getBytes(StandardCharsets.UTF_8));
    }
}
