package dev.glovebox.recognition;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.jboss.logging.Logger;

import dev.glovebox.async.Deadline;
import dev.glovebox.document.Attempt;
import dev.glovebox.failure.FailureException;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;

/**
 * One operation of one provider with its guards. From the outside in: retry, bulkhead, rate limit, circuit breaker, timeout.
 *
 * <p>
 * Thread-safe: all images share the bulkhead, the rate limit and the breaker. {@link CallSequence} holds the state of one
 * image. The bulkhead starts waiting calls in the order in which they arrived.
 */
final class GuardedOperation {

    private static final Logger LOG = Logger.getLogger(GuardedOperation.class);
    /** The most calls that wait for the bulkhead. A longer queue can end in one deep recursion if all calls give up at once. */
    private static final int QUEUE_SIZE = 200;

    private final OcrProvider provider;
    private final Timing timing;
    private final RetryRule retryRule;
    private final Guard bulkhead;
    private final Optional<RateLimiter> rateLimiter;
    private final CircuitBreaker breaker;

    /** @param random spreads the retries */
    GuardedOperation(OcrProvider provider, Timing timing, RandomGenerator random) {
        this.provider = provider;
        this.timing = timing;
        CallPolicy policy = provider.policy();
        retryRule = new RetryRule(policy.maxRetries(), policy.retryDelay(), random);
        bulkhead = Guard.create().withDescription(provider.name()).withBulkhead().limit(policy.concurrency())
                .queueSize(QUEUE_SIZE).done().build();
        rateLimiter = policy.rateLimit().map(limit -> new RateLimiter(limit.spacing(), timing.ticker()));
        breaker = new CircuitBreaker(provider.name(), policy.breaker(),
                state -> LOG.debugf("The circuit breaker of %s is %s", provider.name(), state));
    }

    /**
     * Reads an image in one or more calls.
     *
     * <p>
     * The first call starts on the subscriber's thread; later steps run on the thread that completes the step before. If the
     * subscriber cancels, no retry follows, but a call that has started continues until it ends or times out.
     *
     * @param deadline no call starts that this deadline does not allow
     * @param reserve the time to leave for the next providers; only a prompt first call may use it
     * @param listener receives every call when it ends, in order, on the thread that ends the call
     * @return fails with a {@link FailureException}
     */
    Uni<Recognition> read(OcrRequest request, Deadline deadline, Duration reserve, Consumer<Attempt> listener) {
        return new CallSequence(this, request, deadline, reserve, listener).read();
    }

    OcrProvider provider() {
        return provider;
    }

    Timing timing() {
        return timing;
    }

    RetryRule retryRule() {
        return retryRule;
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    Optional<RateLimiter> rateLimiter() {
        return rateLimiter;
    }

    /**
     * Runs the work when the bulkhead has a free place.
     *
     * @return fails with a {@link org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException} if the queue is full
     */
    Uni<Recognition> inBulkhead(Supplier<Uni<Recognition>> work) {
        return bulkhead.get(work, CircuitBreaker.RECOGNITION);
    }
}
