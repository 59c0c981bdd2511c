package dev.glovebox.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.glovebox.telemetry.ReadingEvent;
import dev.glovebox.telemetry.TriggerKind;
import dev.glovebox.testing.RecordedEvents;
import dev.glovebox.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** A request that the server rejects before it calls a function has one event too. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class RefusedRequestsTest {

    private static final int TOO_LARGE = 16 * 1024 * 1024 + 1;
    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TestHTTPResource("/")
    URL url;
    @Inject
    RecordedEvents events;

    @BeforeEach
    void clearEvents() {
        events.clear();
    }

    @Test
    void unsupportedBodyHasOneEvent() {
        server().contentType("text/plain").header("ce-traceparent", TRACEPARENT).body("hello").post("/vin").then()
                .statusCode(400);

        assertThat(events.all()).singleElement().satisfies(event -> {
            assertThat(event.trigger()).isEqualTo(TriggerKind.UNKNOWN);
            assertThat(event.outcome()).isEqualTo("invalid-request");
            assertThat(event.isReading()).isFalse();
            assertThat(event.subject().ids().traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        });
    }

    @Test
    void tooLargeBodyHasOneEvent() {
        server().contentType("image/jpeg").body(new byte[TOO_LARGE]).post("/vin").then().statusCode(413);

        assertThat(events.all()).extracting(ReadingEvent::function).containsExactly("vin");
    }

    @Test
    void rejectionByTheFunctionHasOneEvent() {
        server().contentType("application/json").body("no JSON").post("/vin").then().statusCode(400);
        server().contentType("image/jpeg").body("GIF89a".getBytes(StandardCharsets.US_ASCII)).post("/license-plate").then()
                .statusCode(415);

        assertThat(events.all()).extracting(ReadingEvent::outcome).containsExactly("invalid-request", "unsupported-image");
    }

    @Test
    void requestToAnotherPathHasNoEvent() {
        server().get("/vin").then().statusCode(405);
        server().post("/nothing").then().statusCode(404);

        assertThat(events.all()).isEmpty();
    }

    private RequestSpecification server() {
        return given().baseUri("http://" + url.getHost()).port(url.getPort());
    }
}
