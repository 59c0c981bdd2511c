package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    /** The ticker overflows during the test. */
    private long now = Long.MAX_VALUE - 1_000_000;
    private final RateLimiter limiter = new RateLimiter(Duration.ofMillis(100), () -> now);

    @Test
    void burstGetsEvenlySpacedSlotsInOrder() {
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.acquire(LONG).delay()).isEqualTo(Duration.ofMillis(i * 100L));
        }
    }

    @Test
    void callerAfterTheSpacingDoesNotWait() {
        limiter.acquire(LONG);
        pass(Duration.ofMillis(99));
        assertThat(limiter.acquire(LONG).delay()).isEqualTo(Duration.ofMillis(1));
        pass(Duration.ofMillis(101));
        assertThat(limiter.acquire(LONG).delay()).isZero();
    }

    @Test
    void unusedSlotsAreNotSavedForABurst() {
        limiter.acquire(LONG);
        pass(Duration.ofHours(1));

        assertThat(limiter.acquire(LONG).delay()).isZero();
        assertThat(limiter.acquire(LONG).delay()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void rejectedCallerDoesNotConsumeASlot() {
        limiter.acquire(LONG);

        assertThat(limiter.acquire(Duration.ofMillis(99)))
                .isEqualTo(new RateLimiter.Reservation(Duration.ofMillis(100), false));
        assertThat(limiter.acquire(Duration.ofMillis(100)))
                .isEqualTo(new RateLimiter.Reservation(Duration.ofMillis(100), true));
        assertThat(limiter.acquire(Duration.ofMillis(100)).accepted()).isFalse();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
