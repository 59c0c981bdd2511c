package dev.glovebox.recognition;

import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import jakarta.enterprise.util.TypeLiteral;

import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.Recognition;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;

/**
 * Stops the calls to a provider that keeps failing. After its delay it lets one probe call through, which closes or reopens it.
 *
 * <p>
 * It must see calls only: a rejection by the bulkhead would count as a success and would keep the breaker closed.
 *
 * <p>
 * Thread-safe. A call runs on the subscriber's thread. Cancelling the returned Uni does not cancel the call.
 */
final class CircuitBreaker {

    static final TypeLiteral<Uni<Recognition>> RECOGNITION = new TypeLiteral<>() {
        private static final long serialVersionUID = 1L;
    };

    private final Guard guard;
    private volatile boolean open;

    /**
     * @param provider the provider's name, for messages
     * @param listener called after each change of state, on the thread that caused it
     */
    CircuitBreaker(String provider, CallPolicy.Breaker policy, Consumer<CircuitBreakerState> listener) {
        guard = Guard.create().withDescription(provider).withCircuitBreaker().requestVolumeThreshold(policy.calls())
                .failureRatio(policy.failureRatio()).delay(policy.delay().toMillis(), ChronoUnit.MILLIS)
                .when(CircuitBreaker::isProviderFault).onStateChange(state -> {
                    open = state == CircuitBreakerState.OPEN;
                    listener.accept(state);
                }).done().build();
    }

    /** Returns true while every call would be rejected. Callers can skip the bulkhead and the rate limit then. */
    boolean isOpen() {
        return open;
    }

    /**
     * Makes a call.
     *
     * @return fails with a {@link org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException} if the
     *         breaker rejects the call
     */
    Uni<Recognition> call(Supplier<Uni<Recognition>> call) {
        return guard.get(call, RECOGNITION);
    }

    /** Only faults that may pass count. A verdict on the request, the image or the account may be right. */
    private static boolean isProviderFault(Throwable thrown) {
        return thrown instanceof FailureException known && switch (known.failure().code()) {
            case TIMEOUT -> true;
            case PROVIDER_FAILURE -> known.failure().retry() != RetryAdvice.NEVER;
            default -> false;
        };
    }
}
