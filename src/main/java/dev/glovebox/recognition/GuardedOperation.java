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

import dev.glovebox.async.Deadline;
import dev.glovebox.document.Attempt;
import dev.glovebox.image.Image;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.failure.Defect;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import dev.glovebox.failure.RetryAdvice;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;

/**
 * One operation of one provider behind its retries, bulkhead, pace, breaker and timeout, in this order from the outside.
 *
 * <p>
 * What the breaker sees are calls and nothing else: a refusal of the bulkhead would count as a success there, and so keep it
 * closed. The timeout is Mutiny's: it depends on the time that the invocation has left, and it must end the call on the wire,
 * which cancelling a guard does not.
 */
final class GuardedOperation {

    private static final Logger LOG = Logger.getLogger(GuardedOperation.class);
    private static final TypeLiteral<Uni<Recognition>> ANSWER = new TypeLiteral<>() {
        private static final long serialVersionUID = 1L;
    };
    /** Callers who wait for a free place; a longer queue could end in one deep recursion where all give up at once. */
    private static final int QUEUE = 200;
    private static final Duration PAUSE_WHEN_BUSY = Duration.ofMillis(100);
    /** Who has waited longer than this must leave the next provider its time, as a retry must. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

    private final OcrProvider provider;
    private final InstantSource clock;
    private final RetryRule retryRule;
    private final Guard retries;
    private final Guard bulkhead;
    private final Optional<Pace> pace;
    private final Guard breaker;
    private volatile boolean open;

    GuardedOperation(OcrProvider provider, InstantSource clock, RandomGenerator random) {
        this.provider = provider;
        this.clock = clock;
        CallPolicy policy = provider.policy();
        retryRule = new RetryRule(policy.maxRetries(), policy.retryDelay(), random);
        // their number is the rule's, which knows what has failed and how much time is left
        retries = Guard.create().withDescription(provider.name()).withRetry().maxRetries(-1).maxDuration(0, ChronoUnit.MILLIS)
                .whenException(Again.class::isInstance).withCustomBackoff()
                .strategy(() -> failure -> ((Again) failure).pause.toMillis()).done().done().build();
        bulkhead = Guard.create().withDescription(provider.name()).withBulkhead().limit(policy.concurrency()).queueSize(QUEUE)
                .done().build();
        pace = policy.rateLimit().map(limit -> new Pace(limit.spacing(), System::nanoTime));
        breaker = Guard.create().withDescription(provider.name()).withCircuitBreaker()
                .requestVolumeThreshold(policy.breaker().calls()).failureRatio(policy.breaker().failureRatio())
                .delay(policy.breaker().delay().toMillis(), ChronoUnit.MILLIS).when(GuardedOperation::isFaultOfProvider)
                .onStateChange(state -> open = state == CircuitBreakerState.OPEN).done().build();
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
     * @param deadline no call starts that would outlast it
     * @param reserve what all calls but a prompt first one leave of it for the next providers
     * @param made told of every call when it ends, in order
     * @return fails with a {@link FailureException}
     */
    Uni<Recognition> read(OcrRequest request, Deadline deadline, Duration reserve, Consumer<Attempt> made) {
        Turn turn = new Turn(request, deadline, reserve, made);
        return retries.get(turn::attempt, ANSWER);
    }

    /** One image's turn. */
    private final class Turn {

        private final OcrRequest request;
        private final Deadline deadline;
        private final Duration reserve;
        private final Consumer<Attempt> made;
        private final Instant start = clock.instant();
        private int calls;

        Turn(OcrRequest request, Deadline deadline, Duration reserve, Consumer<Attempt> made) {
            this.request = request;
            this.deadline = deadline;
            this.reserve = reserve;
            this.made = made;
        }

        Uni<Recognition> attempt() {
            return (open ? Uni.createFrom().<Recognition> failure(notAsked()) : bulkhead.get(this::inTurn, ANSWER)).onFailure()
                    .transform(this::judged);
        }

        /** With a place: now waits for its moment. */
        private Uni<Recognition> inTurn() {
            if (open) {
                return Uni.createFrom().failure(notAsked());
            }
            if (pace.isEmpty()) {
                return now();
            }
            Pace.Moment moment = pace.get().take(deadline.slackForCall(reserve));
            if (!moment.taken()) {
                return Uni.createFrom().failure(new Failure(FailureCode.THROTTLED,
                        "More calls than the provider's rate limit allows", provider.name(), null, RetryAdvice.NEVER,
                        moment.delay()).toException());
            }
            return moment.delay().isZero() ? now()
                    : Uni.createFrom().voidItem().onItem().delayIt().by(moment.delay()).flatMap(waited -> now());
        }

        /** Time may have passed since this was asked for; loading secrets takes some more, and is no call yet. */
        private Uni<Recognition> now() {
            if (!deadline.allowsCall(Duration.ZERO)) {
                return outOfTime();
            }
            Duration timeout = provider.policy().timeout();
            return provider.ready().ifNoItem().after(timeout.compareTo(deadline.remainingForCalls()) < 0 ? timeout : deadline.remainingForCalls())
                    .failWith(() -> failure(FailureCode.PROVIDER_UNAVAILABLE,
                            "The provider's credentials are not to be had in time", RetryAdvice.NEVER))
                    .flatMap(ready -> guardedCall());
        }

        private Uni<Recognition> guardedCall() {
            if (!deadline.allowsCall(Duration.ZERO)) {
                return outOfTime();
            }
            boolean prompt = calls == 0 && Duration.between(start, clock.instant()).compareTo(SHORT_WAIT) <= 0;
            if (!prompt && !deadline.allowsCall(reserve)) {
                return Uni.createFrom().failure(failure(FailureCode.PROVIDER_UNAVAILABLE, "Too many calls are under way",
                        RetryAdvice.NEVER));
            }
            Duration left = prompt ? deadline.remainingForCalls() : deadline.remainingForCalls().minus(reserve);
            return breaker.get(() -> call(left), ANSWER);
        }

        private Uni<Recognition> outOfTime() {
            return Uni.createFrom()
                    .failure(failure(FailureCode.TIMEOUT, "No time was left to ask a provider", RetryAdvice.NEVER));
        }

        private Uni<Recognition> call(Duration left) {
            return Uni.createFrom().deferred(() -> {
                calls++;
                Instant called = clock.instant();
                Duration timeout = provider.policy().timeout();
                return asked().ifNoItem().after(left.compareTo(timeout) < 0 ? left : timeout).fail().onFailure()
                        .transform(this::told).invoke(read -> record(called, Attempt.SUCCEEDED))
                        .onFailure().invoke(thrown -> record(called, ((FailureException) thrown).failure().code().id()));
            });
        }

        /** Signing digests a whole image: not on an event loop, where a retry, a queue or another's failure may have led. */
        private Uni<Recognition> asked() {
            Uni<Recognition> asked = Uni.createFrom().deferred(() -> provider.recognize(request));
            return Context.isOnEventLoopThread() ? asked.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : asked;
        }

        private void record(Instant called, String outcome) {
            made.accept(new Attempt(provider.name(), outcome, Duration.between(called, clock.instant()).toMillis()));
        }

        private FailureException told(Throwable thrown) {
            if (thrown instanceof FailureException known) {
                return isAboutNoSource(known.failure()) ? known.failure().as(FailureCode.PROVIDER_FAILURE).toException()
                        : known;
            }
            if (thrown instanceof TimeoutException) {
                return failure(FailureCode.TIMEOUT, "The provider did not answer in time", RetryAdvice.WITH_BACKOFF);
            }
            LOG.errorf(Defect.of(thrown), "%s could not be asked, or its answer not handled", provider.name());
            return failure(FailureCode.PROVIDER_FAILURE, "The provider's answer could not be handled", RetryAdvice.NEVER);
        }

        /** That the image cannot be fetched, where it was handed over: what is gone is done with, and this is not. */
        private boolean isAboutNoSource(Failure failure) {
            return request.image() instanceof Image.Inline
                    && (failure.code() == FailureCode.SOURCE_NOT_FOUND || failure.code() == FailureCode.FORBIDDEN_SOURCE);
        }

        /** Another try where that is allowed and there is time for it, else the failure. */
        private RuntimeException judged(Throwable thrown) {
            return switch (thrown) {
                case FailureException known -> againAfter(retryRule.pause(known.failure(), Math.max(0, calls - 1)))
                        .orElse(known);
                case BulkheadException busy -> againAfter(Optional.of(PAUSE_WHEN_BUSY))
                        .orElseGet(() -> failure(FailureCode.PROVIDER_UNAVAILABLE, "Too many calls are under way",
                                RetryAdvice.NEVER));
                case CircuitBreakerOpenException stopped -> notAsked();
                default -> told(thrown);
            };
        }

        private Optional<RuntimeException> againAfter(Optional<Duration> pause) {
            return pause.filter(wait -> deadline.allowsCall(reserve.plus(wait))).map(Again::new);
        }

        private FailureException notAsked() {
            return failure(FailureCode.PROVIDER_UNAVAILABLE, "The provider has failed too often, and is not asked for a while",
                    RetryAdvice.NEVER);
        }

        private FailureException failure(FailureCode code, String detail, RetryAdvice retry) {
            return Failure.of(code, detail, provider.name(), retry).toException();
        }
    }

    /** Tells the retries to go on; it never leaves them. */
    private static final class Again extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Duration pause;

        Again(Duration pause) {
            super(null, null, false, false);
            this.pause = pause;
        }
    }
}
