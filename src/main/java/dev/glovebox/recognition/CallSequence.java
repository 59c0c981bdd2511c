package dev.glovebox.recognition;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

import dev.glovebox.async.Deadline;
import dev.glovebox.document.Attempt;
import dev.glovebox.failure.FailureException;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import io.smallrye.mutiny.Uni;

/**
 * The calls to one provider about one image: a first call and its retries.
 *
 * <p>
 * Used once, by one subscriber. Attempts run one after another, so the state needs no lock.
 */
final class CallSequence {

    private static final Duration PAUSE_IF_OVERLOADED = Duration.ofMillis(100);

    private final GuardedOperation operation;
    private final ProviderFailures failures;
    private final ProviderCall call;
    private final Deadline deadline;
    private final Duration reserve;
    private final Instant start;
    private int calls;

    /**
     * @param deadline no call starts that this deadline does not allow
     * @param reserve the time to leave for the next providers; only a prompt first call may use it
     * @param listener receives every call when it ends
     */
    CallSequence(GuardedOperation operation, OcrRequest request, Deadline deadline, Duration reserve,
            Consumer<Attempt> listener) {
        this.operation = operation;
        this.deadline = deadline;
        this.reserve = reserve;
        failures = new ProviderFailures(operation.provider().name());
        call = new ProviderCall(operation.provider(), request, operation.timing(), listener);
        start = operation.timing().clock().instant();
    }

    /**
     * Makes the first call and then retries.
     *
     * @return fails with a {@link FailureException}
     */
    Uni<Recognition> read() {
        return Uni.createFrom().deferred(this::attempt).onFailure().transform(this::toSignalOrFailure)
                .onFailure(RetrySignal.class).retry().when(signals -> signals.onItem().castTo(RetrySignal.class).onItem()
                        .transformToUniAndConcatenate(signal -> operation.timing().delay(signal, signal.pause())));
    }

    private Uni<Recognition> attempt() {
        return operation.breaker().isOpen() ? fail(failures.breakerOpen()) : operation.inBulkhead(this::waitForRateLimiter);
    }

    private Uni<Recognition> waitForRateLimiter() {
        // the breaker may have opened while this image waited for the bulkhead
        if (operation.breaker().isOpen()) {
            return fail(failures.breakerOpen());
        }
        if (operation.rateLimiter().isEmpty()) {
            return waitForCredentials();
        }
        RateLimiter.Reservation slot = operation.rateLimiter().get().acquire(deadline.slackForCall(reserve));
        return slot.accepted()
                ? operation.timing().delay(slot, slot.delay()).flatMap(waited -> waitForCredentials())
                : fail(failures.rateLimited(slot.delay()));
    }

    /** Loading credentials takes time, but is no call: the breaker does not see it. */
    private Uni<Recognition> waitForCredentials() {
        if (!deadline.allowsCall(Duration.ZERO)) {
            return fail(failures.outOfTime());
        }
        Duration timeout = operation.provider().policy().timeout();
        Duration left = deadline.remainingForCalls();
        return operation.provider().ready().ifNoItem().after(timeout.compareTo(left) < 0 ? timeout : left)
                .on(operation.timing().timer()).failWith(failures::credentialsTimeout).flatMap(ready -> callThroughBreaker());
    }

    private Uni<Recognition> callThroughBreaker() {
        if (!deadline.allowsCall(Duration.ZERO)) {
            return fail(failures.outOfTime());
        }
        Duration reserved = isPromptFirstCall() ? Duration.ZERO : reserve;
        if (!deadline.allowsCall(reserved)) {
            return fail(failures.overloaded());
        }
        Duration limit = deadline.remainingForCalls().minus(reserved);
        return operation.breaker().call(() -> Uni.createFrom().deferred(() -> {
            calls++;
            return call.send(limit);
        }));
    }

    private boolean isPromptFirstCall() {
        Duration waited = Duration.between(start, operation.timing().clock().instant());
        return calls == 0 && waited.compareTo(Deadline.MAX_PROMPT_WAIT) <= 0;
    }

    /** Returns a retry signal if a retry is allowed and has time, otherwise the failure. */
    private RuntimeException toSignalOrFailure(Throwable thrown) {
        return switch (thrown) {
            case FailureException known -> retryAfter(
                    operation.retryRule().pause(known.failure(), Math.max(0, calls - 1))).orElse(known);
            case BulkheadException full -> retryAfter(Optional.of(PAUSE_IF_OVERLOADED)).orElseGet(failures::overloaded);
            case CircuitBreakerOpenException open -> failures.breakerOpen();
            default -> failures.of(thrown);
        };
    }

    private Optional<RuntimeException> retryAfter(Optional<Duration> pause) {
        return pause.filter(wait -> deadline.allowsCall(reserve.plus(wait))).map(RetrySignal::new);
    }

    private static Uni<Recognition> fail(FailureException failure) {
        return Uni.createFrom().failure(failure);
    }
}
