package dev.glovebox.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.amazonaws.services.lambda.runtime.Context;

/** Glovebox applies Lambda's deadline on every date. A request without a deadline header has no deadline. */
class RemainingTimeTest {

    private static final long WRAP_MILLIS = 1L << 32;

    @ParameterizedTest
    @ValueSource(strings = { "2026-01-31T08:00:00Z", "2026-11-21T22:00:00Z", "2026-11-30T00:00:00Z", "2028-02-29T12:00:00Z",
            "2038-01-19T03:14:08Z", "2038-02-01T00:00:00Z" })
    void missingDeadlineIsEmptyOnEveryDate(String date) {
        assertThat(RemainingTime.of(withoutDeadline(Instant.parse(date)), clock(date))).isEmpty();
    }

    @Test
    void missingDeadlineIsEmptyWhileItsNumberLooksLikeALambdaDeadline() {
        long wrap = Math.ceilDiv(Instant.parse("2026-11-30T00:00:00Z").toEpochMilli(), WRAP_MILLIS) * WRAP_MILLIS;
        for (int millisBefore = 0; millisBefore <= 900_000; millisBefore += 1_000) {
            Instant now = Instant.ofEpochMilli(wrap - millisBefore);
            Context context = withoutDeadline(now);

            assertThat(context.getRemainingTimeInMillis()).isEqualTo(millisBefore);
            assertThat(RemainingTime.of(context, () -> now)).as("%d ms before the wrap", millisBefore).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-01-31T08:00:00Z", "2026-11-30T00:00:00Z", "2028-02-29T12:00:00Z", "2038-02-01T00:00:00Z" })
    void deadlineOfLambdaIsKeptOnEveryDate(String date) {
        for (int millis : new int[] { 0, 1, 3_000, 30_000, 900_000 }) {
            assertThat(RemainingTime.of(remaining(millis), clock(date))).contains(Duration.ofMillis(millis));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { -1, 900_001, Integer.MIN_VALUE, Integer.MAX_VALUE })
    void timeOutsideTheLimitsOfLambdaIsEmpty(int millis) {
        assertThat(RemainingTime.of(remaining(millis), clock("2026-01-31T08:00:00Z"))).isEmpty();
    }

    private static InstantSource clock(String date) {
        return InstantSource.fixed(Instant.parse(date));
    }

    /** Returns the context that Quarkus creates if the deadline header is missing. */
    private static Context withoutDeadline(Instant now) {
        return remaining((int) (0 - now.toEpochMilli()));
    }

    private static Context remaining(int millis) {
        return (Context) Proxy.newProxyInstance(RemainingTimeTest.class.getClassLoader(), new Class<?>[] { Context.class },
                (proxy, method, arguments) -> millis);
    }
}
