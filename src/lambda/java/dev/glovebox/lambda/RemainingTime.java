package dev.glovebox.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import com.amazonaws.services.lambda.runtime.Context;

/**
 * Returns the remaining time of Lambda invocations.
 *
 * <p>
 * The mock event server of dev mode and tests sends no deadline header. The {@link Context} of Quarkus then subtracts the
 * current time from 0 and narrows the difference to an {@code int}, which overflows every 49.7 days. This class recognizes such
 * a number.
 */
final class RemainingTime {

    /**
     * The longest time that Lambda allows a function.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
     */
    private static final int MAX_MILLIS = 900_000;

    /** Quarkus and this class read the clock at slightly different times. */
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
