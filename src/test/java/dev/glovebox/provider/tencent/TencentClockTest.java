package dev.glovebox.provider.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class TencentClockTest {

    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");

    private final TencentClock clock = new TencentClock(() -> NOW);

    @Test
    void followsTheServiceAfterACorrection() {
        assertThat(clock.now(clock.offset())).isEqualTo(NOW);

        assertThat(clock.correct(NOW.plusSeconds(400), Duration.ZERO)).isTrue();

        assertThat(clock.now(clock.offset())).isEqualTo(NOW.plusSeconds(400));
    }

    @Test
    void wantsNoRetryForADifferenceOfAMinute() {
        assertThat(clock.correct(NOW.plusSeconds(60), Duration.ZERO)).isFalse();
        assertThat(clock.correct(NOW.minusSeconds(61), Duration.ZERO)).isTrue();
    }

    @Test
    void wantsARetryIfAnotherCallHasCorrectedTheOffset() {
        clock.correct(NOW.plusSeconds(400), Duration.ZERO);

        assertThat(clock.correct(NOW.plusSeconds(400), Duration.ZERO)).isTrue();
    }

    @Test
    void keepsTheOffsetIfTheServiceGivesNoTime() {
        assertThat(clock.correct(null, Duration.ZERO)).isFalse();
        assertThat(clock.offset()).isZero();
    }
}
