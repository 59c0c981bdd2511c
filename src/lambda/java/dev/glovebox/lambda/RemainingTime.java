package dev.glovebox.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import com.amazonaws.services.lambda.runtime.Context;

/**
 * The time that Lambda leaves an invocation.
 *
 * <p>
 * The mock event server of dev mode and tests sends no deadline header. Quarkus' {@link Context} then subtracts the clock from
 * 0 and narrows the difference to an {@code int}, which wraps every 49.7 days. Such a number is no deadline.
 */
final class RemainingTime {

    /**
     * The longest time that a function may run.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
     */
    private static final int MAX_MILLIS = 900_000;

    /** The clock is read twice, a moment apart. */
    private static final int CLOCK_TOLERANCE_MILLIS = 1_000;

    private RemainingTime() {
    }

    /** Returns the remaining time of the invocation, or empty if Lambda sent no deadline. */
    static Optional<Duration> of(Context context, InstantSource clock) {
        int millis = context.getRemainingTimeInMillis();
        return millis < 0 || millis > MAX_MILLIS || isMissingDeadline(millis, clock) ? Optional.empty()
                : Optional.of(Duration.ofMillis(millis));
    }

    private static boolean isMissingDeadline(int millis, InstantSource clock) {
        long withoutDeadline = (int) -clock.millis();
        return Math.abs(millis - withoutDeadline) <= CLOCK_TOLERANCE_MILLIS;
    }
}
