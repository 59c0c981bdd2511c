package dev.glovebox.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.jboss.logging.Logger;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.RetryAdvice;

/**
 * Pauses calls after a provider has refused the credentials or the account. Providers lock keys after repeated refusals, and
 * some platforms deliver a failed event every few seconds.
 *
 * <p>
 * The first pause takes a minute. After a pause, one call may try again while the others still pause. If it is refused too, the
 * next pause is twice as long, up to ten minutes. Any other outcome, and other credentials, end the pause.
 *
 * <p>
 * Thread-safe; no method blocks.
 */
final class RefusalPause {

    static final Duration FIRST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(RefusalPause.class);

    /**
     * @param credentials the refused credentials, compared by identity
     * @param isTrying true after the end of the pause, until the call that tries again has its outcome
     */
    private record Pause(Object credentials, Failure refusal, Duration length, Instant end, boolean isTrying) {

        Pause tryUntil(Instant newEnd) {
            return new Pause(credentials, refusal, length, newEnd, true);
        }
    }

    private final InstantSource clock;
    /** Null while calls do not pause. */
    private Pause current;

    RefusalPause(InstantSource clock) {
        this.clock = clock;
    }

    /** Returns the failure of a call that must pause; empty if the call may be made. */
    synchronized Optional<Failure> check(Object credentials) {
        if (current == null || current.credentials() != credentials) {
            return Optional.empty();
        }
        Duration rest = Duration.between(clock.instant(), current.end());
        if (rest.isPositive()) {
            Failure refusal = current.refusal();
            return Optional
                    .of(new Failure(refusal.code(), refusal.detail() + ". Calls with these credentials pause for another "
                            + rest.plusMillis(999).toSeconds() + " s", refusal.origin(), RetryAdvice.NEVER, rest));
        }
        current = current.tryUntil(clock.instant().plus(current.length()));
        return Optional.empty();
    }

    /** Begins a pause, or doubles it if the refused call has tried again. Calls that began before the pause change nothing. */
    synchronized void refused(Object credentials, Failure refusal) {
        boolean isSame = current != null && current.credentials() == credentials;
        if (isSame && !current.isTrying()) {
            return;
        }
        Duration length = isSame ? shorter(current.length().multipliedBy(2), LONGEST) : FIRST;
        LOG.warnf("Calls to %s pause for %d s: %s", refusal.provider(), length.toSeconds(),
                refusal.toException().getMessage());
        current = new Pause(credentials, refusal, length, clock.instant().plus(length), false);
    }

    /** Ends the pause: the provider accepts the credentials. */
    synchronized void accepted(Object credentials) {
        if (current != null && current.credentials() == credentials) {
            current = null;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
