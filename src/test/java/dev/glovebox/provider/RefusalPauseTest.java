package dev.glovebox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;

class RefusalPauseTest {

    private static final Failure REFUSAL = Failure.of(FailureCode.PROVIDER_BILLING, "in arrears").withProvider("someone", "X.1")
            .withRequestId("request-1");
    private static final Object KEY = new Object();

    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final RefusalPause pause = new RefusalPause(() -> now);

    @Test
    void callsPauseForAMinuteAfterARefusal() {
        assertThat(pause.check(KEY)).isEmpty();
        pause.refused(KEY, REFUSAL);
        advance(Duration.ofSeconds(20));

        assertThat(pause.check(KEY)).hasValueSatisfying(failure -> {
            assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_BILLING);
            assertThat(failure.providerCode()).isEqualTo("X.1");
            assertThat(failure.detail()).isEqualTo("in arrears. Calls with these credentials pause for another 40 s");
            assertThat(failure.retry()).isEqualTo(RetryAdvice.NEVER);
            assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(40));
        });
    }

    @Test
    void oneCallTriesAgainAfterThePauseAndTheOthersStillPause() {
        pause.refused(KEY, REFUSAL);
        advance(Duration.ofMinutes(1));

        assertThat(pause.check(KEY)).isEmpty();
        assertThat(pause.check(KEY)).isPresent();
    }

    @Test
    void pausesDoubleUpToTenMinutes() {
        pause.refused(KEY, REFUSAL);
        for (int minutes : new int[] { 1, 2, 4, 8, 10, 10 }) {
            advance(Duration.ofMinutes(minutes).minusMillis(1));
            assertThat(pause.check(KEY)).as("%d minutes", minutes).isPresent();
            advance(Duration.ofMillis(1));
            assertThat(pause.check(KEY)).isEmpty();
            pause.refused(KEY, REFUSAL);
        }
    }

    /** Calls that were in progress when the pause began are refused later. */
    @Test
    void laterRefusalsOfOneBurstDoNotExtendThePause() {
        pause.refused(KEY, REFUSAL);
        advance(Duration.ofSeconds(30));
        pause.refused(KEY, REFUSAL);
        advance(Duration.ofSeconds(30));

        assertThat(pause.check(KEY)).isEmpty();
    }

    @Test
    void acceptedCallEndsThePause() {
        pause.refused(KEY, REFUSAL);
        advance(Duration.ofMinutes(1));
        pause.check(KEY);
        pause.accepted(KEY);

        assertThat(pause.check(KEY)).isEmpty();
        pause.refused(KEY, REFUSAL);
        advance(Duration.ofMinutes(1));
        assertThat(pause.check(KEY)).as("the next pause is a first one").isEmpty();
    }

    @Test
    void otherCredentialsDoNotPause() {
        Object other = new Object();
        pause.refused(KEY, REFUSAL);

        assertThat(pause.check(other)).isEmpty();
        pause.accepted(other);
        assertThat(pause.check(KEY)).isPresent();
        pause.refused(other, REFUSAL);
        assertThat(pause.check(other)).isPresent();
    }

    private void advance(Duration time) {
        now = now.plus(time);
    }
}
