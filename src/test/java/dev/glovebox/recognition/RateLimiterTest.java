package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private long now = Long.MAX_VALUE - 1_000_000;
    private final Pace pace = new Pace(Duration.ofMillis(100), () -> now);

    @Test
    void shouldGiveABurstItsMomentsInOrder() {
        List<Long> delays = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            delays.add(pace.take(LONG).delay().toMillis());
        }

        for (int i = 0; i < 100; i++) {
            assertThat(delays.get(i)).isEqualTo(i * 100L);
        }
    }

    @Test
    void shouldLetNobodyWaitWhoComesLateEnough() {
        pace.take(LONG);
        pass(Duration.ofMillis(99));
        assertThat(pace.take(LONG).delay()).isEqualTo(Duration.ofMillis(1));
        pass(Duration.ofMillis(101));
        assertThat(pace.take(LONG).delay()).isZero();
    }

    @Test
    void shouldSaveUpNoMomentsForABurst() {
        pace.take(LONG);
        pass(Duration.ofHours(1));

        assertThat(pace.take(LONG).delay()).isZero();
        assertThat(pace.take(LONG).delay()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void shouldKeepTheMomentOfWhoCannotWaitForAnother() {
        pace.take(LONG);

        assertThat(pace.take(Duration.ofMillis(99))).isEqualTo(new Pace.Moment(Duration.ofMillis(100), false));
        assertThat(pace.take(Duration.ofMillis(100))).isEqualTo(new Pace.Moment(Duration.ofMillis(100), true));
        assertThat(pace.take(Duration.ofMillis(100)).taken()).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
