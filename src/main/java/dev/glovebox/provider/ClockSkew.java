package dev.glovebox.provider;

import java.time.Duration;
import java.time.Instant;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;

/** Explains a refused signature by a wrong clock: services accept signatures for some minutes only. */
public final class ClockSkew {

    /** Services tolerate five to fifteen minutes. */
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private ClockSkew() {
    }

    /**
     * Returns the failure, whose detail names the clock if the service refuses the credentials and its time differs.
     *
     * @param answer the service's answer, with its time
     * @param now the time by this machine's clock
     */
    public static Failure explain(Failure failure, WireAnswer answer, Instant now) {
        if (failure.code() != FailureCode.PROVIDER_AUTH || answer.date() == null) {
            return failure;
        }
        Duration skew = Duration.between(answer.date(), now);
        return skew.abs().compareTo(TOLERATED) <= 0 ? failure
                : new Failure(failure.code(), failure.detail() + ". The clock of this machine is " + skew.abs().toSeconds()
                        + " s " + (skew.isNegative() ? "behind" : "ahead of") + " the provider's", failure.origin(),
                        failure.retry(), failure.retryAfter());
    }
}
