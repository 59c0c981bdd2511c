package dev.glovebox.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final Deadline deadline = Deadline.at(now.plusSeconds(10), () -> now);

    @Test
    void remainingTimeRunsOut() {
        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(10));

        now = now.plusSeconds(10);

        assertThat(deadline.remaining()).isZero();
    }

    @Test
    void earlierDeadlineWins() {
        assertThat(deadline.within(Duration.ofSeconds(4)).remaining()).isEqualTo(Duration.ofSeconds(4));
        assertThat(deadline.within(Duration.ofSeconds(11))).isSameAs(deadline);
    }

    @Test
    void gatewayGetsItsAnswerBeforeTheDeadline() {
        assertThat(deadline.forGateway().remaining()).isEqualTo(Duration.ofMillis(9_750));
    }

    @Test
    void objectOfAnEventEndsBeforeTheDeadline() {
        assertThat(deadline.remainingForObject()).isEqualTo(Duration.ofMillis(9_900));

        now = now.plusSeconds(20);

        assertThat(deadline.remainingForObject()).as("a timer needs a positive time").isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void callsEndInTimeToWriteTheResult() {
        assertThat(deadline.remainingForCalls()).isEqualTo(Duration.ofSeconds(9));
        assertThat(deadline.slackForCall(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({ "0, 0, true", "8000, 0, true", "8001, 0, false", "5000, 3000, true", "5001, 3000, false" })
    void callMustLeaveTimeForTheResultAndForTheNextProviders(long elapsed, long reserve, boolean allowed) {
        now = now.plusMillis(elapsed);

        assertThat(deadline.allowsCall(Duration.ofMillis(reserve))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({ "8000, true", "8001, false" })
    void readingNeedsTimeForACallAndItsResult(long elapsed, boolean allowed) {
        now = now.plusMillis(elapsed);

        assertThat(deadline.allowsReading()).isEqualTo(allowed);
    }
}
