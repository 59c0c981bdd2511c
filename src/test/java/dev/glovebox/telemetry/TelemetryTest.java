package dev.glovebox.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

class TelemetryTest {

    private static final byte[] KEY = "a key".getBytes(StandardCharsets.UTF_8);
    private static final Subject SUBJECT = new Subject("vin", TriggerKind.CALL, true, true, Subject.Ids.NONE);

    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final List<ReadingEvent> events = new ArrayList<>();

    @Test
    void observationIsReportedOnce() {
        Observation observation = new Telemetry(List.of(events::add), () -> now, Uni.createFrom().item(KEY)).begin(SUBJECT);
        now = now.plusMillis(412);

        observation.end("succeeded", null);
        observation.end("timeout", null);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.outcome()).isEqualTo("succeeded");
            assertThat(event.millis()).isEqualTo(412);
            assertThat(event.time()).isEqualTo(now);
        });
    }

    @Test
    void reviewIsCountedOnlyForASucceededReading() {
        Telemetry telemetry = new Telemetry(List.of(events::add), () -> now, Uni.createFrom().item(KEY));
        for (String outcome : List.of("succeeded", "provider-unavailable", "skipped")) {
            Observation observation = telemetry.begin(SUBJECT);
            observation.setReview(true);
            observation.end(outcome, null);
        }

        assertThat(events).extracting(event -> event.facts().review()).containsExactly(true, null, null);
        assertThat(events).extracting(ReadingEvent::isReading).containsExactly(true, true, false);
    }

    @Test
    void failingSinkDoesNotStopTheOthers() {
        Telemetry telemetry = new Telemetry(List.of(event -> {
            throw new IllegalStateException("full disk");
        }, events::add), () -> now, Uni.createFrom().item(KEY));

        telemetry.begin(SUBJECT).end("succeeded", null);

        assertThat(events).hasSize(1);
    }

    @Test
    void missingKeyIsToleratedAndLoadedAgainAfterAMinute() {
        AtomicInteger loads = new AtomicInteger();
        Telemetry telemetry = new Telemetry(List.of(events::add), () -> now, Uni.createFrom().deferred(() -> {
            if (loads.incrementAndGet() == 1) {
                return Uni.createFrom().failure(new IllegalStateException("not there"));
            }
            return Uni.createFrom().item(KEY);
        }));

        telemetry.loadHashKey().await().indefinitely();
        telemetry.loadHashKey().await().indefinitely();
        assertThat(telemetry.hash("bucket", "key")).isNull();
        assertThat(loads).hasValue(1);

        now = now.plusSeconds(60);
        telemetry.loadHashKey().await().indefinitely();
        telemetry.loadHashKey().await().indefinitely();
        assertThat(telemetry.hash("bucket", "key")).matches("[0-9a-f]{32}");
        assertThat(loads).hasValue(2);
    }
}
