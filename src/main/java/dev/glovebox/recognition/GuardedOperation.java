package dev.glovebox.recognition;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import jakarta.enterprise.util.TypeLiteral;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

import dev.glovebox.document.Attempt;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.Defect;
import dev.glovebox.provider.Failure;
import dev.glovebox.provider.FailureCode;
import dev.glovebox.provider.FailureException;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.RateLimit;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.RetryAdvice;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.faulttolerance.api.RateLimitType;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;

/**
 * One operation of one provider behind its retries, breaker, bulkhead, rate limit and timeout, in this order from the outside.
 *
 * <p>
 * The timeout is the innermost, and Mutiny's: it depends on the time that the invocation has left, and it must end the call on
 * the wire, which cancelling a guard does not. The rate is counted behind the bulkhead, since calls leave its queue at any
 * time.
 */
final class GuardedOperation {

    private static final Logger LOG = Logger.getLogger(GuardedOperation.class);
    private static final TypeLiteral<Uni<Recognition>> ANSWER = new TypeLiteral<>() {
        private static final long serialVersionUID = 1L;
    };
    /** Callers who wait for their turn in memory; the next ones come back a little later. */
    private static final int QUEUE = 1000;
    private static final Duration PAUSE_WHEN_BUSY = Duration.ofMillis(100);

    private final OcrProvider provider;
    private final InstantSource clock;
    private final RetryRule retryRule;
    private final Guard retries;
    private final Guard breakerAndBulkhead;
    private final Optional<Guard> rateLimit;

    GuardedOperation(OcrProvider provider, InstantSource clock, RandomGenerator random) {
        this.provider = provider;
        this.clock = clock;
        CallPolicy policy = provider.policy();
        retryRule = new RetryRule(policy.maxRetries(), policy.retryDelay(), random);
        retries = Guard.create().withDescription(provider.name()).withRetry().maxRetries(-1).maxDuration(0, ChronoUnit.MILLIS)
                .whenException(Again.class::isInstance).withCustomBackoff()
                .strategy(() -> failure -> ((Again) failure).pause.toMillis()).done().done().build();
        CallPolicy.Breaker breaker = policy.breaker();
        breakerAndBulkhead = Guard.create().withDescription(provider.name()).withBulkhead().limit(policy.concurrency())
                .queueSize(QUEUE).done().withCircuitBreaker().requestVolumeThreshold(breaker.calls())
                .failureRatio(breaker.failureRatio()).delay(breaker.delay().toMillis(), ChronoUnit.MILLIS)
                .when(GuardedOperation::isFaultOfProvider).done().build();
        rateLimit = policy.rateLimit().map(limit -> guard(provider.name(), limit));
    }

    /** A single permit that comes back after the spacing: other windows of the library count refused calls too. */
    private static Guard guard(String description, RateLimit limit) {
        return Guard.create().withDescription(description).withRateLimit().limit(1)
                .window(limit.spacing().toMillis(), ChronoUnit.MILLIS).type(RateLimitType.SMOOTH).done().build();
    }

    /** A fault that may pass by itself: no judgement of a request, an image or an account, which may be right. */
    private static boolean isFaultOfProvider(Throwable thrown) {
        return thrown instanceof FailureException known && switch (known.failure().code()) {
            case TIMEOUT -> true;
            case PROVIDER_FAILURE -> known.failure().retry() != RetryAdvice.NEVER;
            default -> false;
        };
    }

    /**
     * Has the image read, in as many calls as it takes and is allowed.
     *
     * @param budget no call starts that would outlast it
     * @param reserve what retries leave of it for the next provider
     * @param made told of every call when it ends, in order
     * @return fails with a {@link FailureException}
     */
    Uni<Recognition> read(OcrRequest request, TimeBudget budget, Duration reserve, Consumer<Attempt> made) {
        Turn turn = new Turn(request, budget, reserve, made);
        return retries.get(turn::attempt, ANSWER);
    }

    /** One image's turn. */
    private final class Turn {

        private final OcrRequest request;
        private final TimeBudget budget;
        private final Duration reserve;
        private final Consumer<Attempt> made;
        private int calls;

        Turn(OcrRequest request, TimeBudget budget, Duration reserve, Consumer<Attempt> made) {
            this.request = request;
            this.budget = budget;
            this.reserve = reserve;
            this.made = made;
        }

        Uni<Recognition> attempt() {
            return breakerAndBulkhead.get(this::inTime, ANSWER).onFailure().transform(this::judged);
        }

        private Uni<Recognition> inTime() {
            return rateLimit.map(limit -> limit.get(this::call, ANSWER)).orElseGet(this::call);
        }

        /** Time has passed where this waited for its turn. */
        private Uni<Recognition> call() {
            return Uni.createFrom().deferred(() -> {
                if (!budget.hasTimeForCall()) {
                    throw new OutOfTime();
                }
                calls++;
                Instant start = clock.instant();
                Duration left = budget.left();
                Duration timeout = provider.policy().timeout();
                return asked().ifNoItem()
                        .after(left.compareTo(timeout) < 0 ? left : timeout).fail().onFailure().transform(this::told)
                        .invoke(read -> record(start, Attempt.SUCCEEDED))
                        .onFailure().invoke(thrown -> record(start, ((FailureException) thrown).failure().code().id()));
            });
        }

        /** Signing digests a whole image: not on an event loop, where a retry, a queue or another's failure may have led. */
        private Uni<Recognition> asked() {
            Uni<Recognition> asked = Uni.createFrom().deferred(() -> provider.recognize(request));
            return Context.isOnEventLoopThread() ? asked.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : asked;
        }

        private void record(Instant start, String outcome) {
            made.accept(new Attempt(provider.name(), outcome, Duration.between(start, clock.instant()).toMillis()));
        }

        private FailureException told(Throwable thrown) {
            if (thrown instanceof FailureException known) {
                return known;
            }
            if (thrown instanceof TimeoutException) {
                return failure(FailureCode.TIMEOUT, "The provider did not answer in time", RetryAdvice.WITH_BACKOFF);
            }
            LOG.errorf(Defect.of(thrown), "%s could not be asked, or its answer not handled", provider.name());
            return failure(FailureCode.PROVIDER_FAILURE, "The provider's answer could not be handled", RetryAdvice.NEVER);
        }

        /** Another try where that is allowed and there is time for it, else the failure. */
        private RuntimeException judged(Throwable thrown) {
            return switch (thrown) {
                case FailureException known -> retryRule.pause(known.failure(), calls - 1)
                        .filter(pause -> budget.hasTimeForCallAfter(pause.plus(reserve)))
                        .<RuntimeException> map(Again::new).orElse(known);
                case RateLimitException early -> {
                    Duration pause = Duration.ofMillis(early.getRetryAfterMillis());
                    yield againAfter(pause).orElseGet(() -> new Failure(FailureCode.THROTTLED,
                            "More calls than the provider's rate limit allows", provider.name(), null, RetryAdvice.NEVER, pause)
                            .toException());
                }
                case BulkheadException busy -> againAfter(PAUSE_WHEN_BUSY)
                        .orElseGet(() -> failure(FailureCode.PROVIDER_UNAVAILABLE, "Too many calls are under way",
                                RetryAdvice.NEVER));
                case CircuitBreakerOpenException open -> failure(FailureCode.PROVIDER_UNAVAILABLE,
                        "The provider has failed too often, and is not asked for a while", RetryAdvice.NEVER);
                case OutOfTime late -> failure(FailureCode.TIMEOUT, "No time was left to ask a provider", RetryAdvice.NEVER);
                default -> told(thrown);
            };
        }

        private Optional<RuntimeException> againAfter(Duration pause) {
            return budget.hasTimeForCallAfter(pause.plus(reserve)) ? Optional.of(new Again(pause)) : Optional.empty();
        }

        private FailureException failure(FailureCode code, String detail, RetryAdvice retry) {
            return Failure.of(code, detail, provider.name(), retry).toException();
        }
    }

    /** Tells the retries to go on. It never leaves them: their number is not limited there, but where it is thrown. */
    private static final class Again extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Duration pause;

        Again(Duration pause) {
            super(null, null, false, false);
            this.pause = pause;
        }
    }

    /** No call was made: neither a retry nor the breaker has anything to do with it. */
    private static final class OutOfTime extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutOfTime() {
            super(null, null, false, false);
        }
    }
}
