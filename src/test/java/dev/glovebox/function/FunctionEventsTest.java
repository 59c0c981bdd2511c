package dev.glovebox.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.glovebox.telemetry.ReadingEvent;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.RecordedEvents;
import dev.glovebox.testing.TestStack;
import dev.glovebox.trigger.TriggerReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

/** Each invocation has one event per image, or one event if it has no image. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class FunctionEventsTest {

    private static final String XRAY = "Root=1-0af76519-16cd43dd8448eb211c80319c;Parent=b7ad6b7169203331;Sampled=1";

    @Inject
    FunctionClient functions;
    @Inject
    Invocations invocations;
    @Inject
    RecordedEvents events;

    @BeforeEach
    void clearEvents() {
        events.clear();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "{\"warmup\": true} | ping succeeded",
            "{\"Records\": []} | upload skipped",
            "{\"Records\": [{\"eventVersion\": \"2.1\", \"eventName\": \"ObjectCreated:Put\", \"s3\": {\"bucket\": {\"name\": \"b\"}, \"object\": {\"key\": \"a.jpg.vin.json\"}}}]} | upload skipped",
            "{\"Records\": [{\"messageId\": \"1\", \"receiptHandle\": \"r\", \"body\": \"{\\\"warmup\\\": true}\"}]} | message skipped",
            "{\"Records\": [{\"messageId\": \"1\", \"receiptHandle\": \"r\", \"body\": \"no JSON\"}]} | unknown invalid-request",
            "no JSON | unknown invalid-request", "{\"image\": \"R0lGODlh\"} | call unsupported-image",
            "{\"object\": {\"bucket\": \"b\", \"key\": \"k\"}} | call forbidden-source",
            "{\"httpMethod\": \"GET\", \"requestContext\": {}} | unknown invalid-request",
            "{\"httpMethod\": \"POST\", \"requestContext\": {}, \"body\": \"?\"} | unknown invalid-request",
            "{\"httpMethod\": \"POST\", \"requestContext\": {}, \"body\": \"{\\\"warmup\\\": true}\"} | ping succeeded" })
    void everyInvocationHasOneEvent(String event, String expected) {
        call(event, Duration.ofSeconds(20))
                .onFailure().recoverWithNull()
                .await().indefinitely();

        assertThat(events.all()).singleElement().satisfies(one -> {
            assertThat(one.trigger().id() + " " + one.outcome()).isEqualTo(expected);
            assertThat(one.subject().startsInvocation()).isTrue();
            assertThat(one.subject().ids().requestId()).isEqualTo("call-1");
            assertThat(one.subject().ids().traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
            assertThat(one.isReading()).isEqualTo(expected.startsWith("call"));
        });
    }

    @Test
    void imageBehindAGatewayHasTheCallersTrace() {
        String event = """
                {"httpMethod": "POST", "requestContext": {}, "isBase64Encoded": true, "headers": {"content-type": "image/jpeg",
                  "traceparent": "00-11111111111111111111111111111111-b7ad6b7169203331-01"}, "body": "%s"}"""
                .formatted(Base64.getEncoder().encodeToString(Images.file("vin-01.jpg")));

        call(event, Duration.ofSeconds(20))
                .await().indefinitely();

        assertThat(events.all()).singleElement().satisfies(one -> {
            assertThat(one.outcome()).isEqualTo(ReadingEvent.SUCCEEDED);
            assertThat(one.subject().ids().traceId()).as("trace of the caller").isEqualTo("1".repeat(32));
            assertThat(one.answer().provider()).isEqualTo("huawei");
            assertThat(one.answer().calls()).hasSize(1);
            assertThat(one.facts().bytes()).isEqualTo(Images.file("vin-01.jpg").length);
        });
    }

    @Test
    void invocationAfterItsDeadlineHasATimeoutEvent() {
        call("{\"warmup\": true}", Duration.ZERO)
                .onFailure()
                .recoverWithNull().await().indefinitely();

        assertThat(events.all()).extracting(ReadingEvent::outcome).isEqualTo(List.of("timeout"));
    }

    private Uni<Reply> call(String event, Duration remaining) {
        return functions.call("vin", TriggerReader.read(event.getBytes(StandardCharsets.UTF_8)),
                invocations.ofPlatform(Optional.of(remaining), "call-1", XRAY));
    }
}
