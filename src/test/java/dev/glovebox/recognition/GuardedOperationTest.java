package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.glovebox.document.Attempt;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageHeader;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.RateLimit;
import dev.glovebox.provider.Recognition;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.testing.ScriptedProvider;
import io.smallrye.mutiny.Uni;

/** Retries, breaker, rate limit, bulkhead and time, each on its own. Where time is real, it is milliseconds. */
class GuardedOperationTest {

    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
    private static final CallPolicy.Breaker NEVER_OPEN = new CallPolicy.Breaker(100_000, 1, Duration.ofSeconds(5));
    private static final OcrRequest REQUEST = new OcrRequest(DocumentType.LICENSE_PLATE,
            new Image.Inline(new byte[10], new ImageHeader(ImageFormat.JPEG, 100, 100)),
            new ReadOptions(LicenseSide.BOTH, true));

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final ScriptedProvider provider = new ScriptedProvider("provider",
            ImageLimits.anySide(1000, Set.of(ImageFormat.JPEG)));
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    @Test
    void shouldRetryWhatMayPassAndTellEveryCall() {
        provider.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF).fails(FailureCode.THROTTLED,
                RetryAdvice.WITH_BACKOFF);

        assertThat(read(operation(policy(2)), Duration.ofSeconds(30))).isNotNull();

        assertThat(attempts).extracting(Attempt::outcome).containsExactly("provider-failure", "throttled", "succeeded");
        assertThat(provider.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = { "NEVER", "WITH_NEW_TOKEN" })
    void shouldNeverRepeatWhatIsBilledOrLocksTheKey(RetryAdvice advice) {
        provider.fails(FailureCode.PROVIDER_AUTH, advice);

        assertThat(refusal(operation(policy(5)), Duration.ofSeconds(30)).code()).isEqualTo(FailureCode.PROVIDER_AUTH);

        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void shouldWaitAsLongAsTheProviderAsks() {
        provider.answers(() -> Uni.createFrom().failure(new Failure(FailureCode.THROTTLED, "as told", "provider", null,
                RetryAdvice.WITH_BACKOFF, Duration.ofMillis(80)).toException()));
        long start = System.nanoTime();

        read(operation(policy(1)), Duration.ofSeconds(30));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(79));
        assertThat(provider.requests()).hasSize(2);
    }

    @Test
    void shouldCountNoCallWhereItsSecretsAreNotToBeHad() {
        GuardedOperation operation = operation(policy(0));
        provider.readyBy(Uni.createFrom()
                .failure(Failure.of(FailureCode.PROVIDER_AUTH, "no secret", "provider", RetryAdvice.NEVER).toException()));
        for (int i = 0; i < 100; i++) {
            assertThat(refusal(operation, Duration.ofSeconds(30)).code()).isEqualTo(FailureCode.PROVIDER_AUTH);
        }
        assertThat(attempts).isEmpty();

        provider.readyBy(Uni.createFrom().voidItem());
        assertThat(read(operation, Duration.ofSeconds(30))).as("the breaker has seen nothing of it").isNotNull();
        assertThat(attempts).hasSize(1);
    }

    @Test
    void shouldNotWaitForSecretsLongerThanThereIsTime() {
        provider.readyBy(Uni.createFrom().nothing());

        assertThat(refusal(operation(policy(3)), Duration.ofMillis(2100)).code())
                .isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);

        assertThat(provider.requests()).isEmpty();
    }

    @Test
    void shouldStartNoRetryThatCannotEndInTime() {
        provider.answers(() -> failsAfter(Duration.ofSeconds(8)));

        // 8 of 8.9 seconds are over: 0.9 are no time for a call
        assertThat(refusal(operation(policy(5)), Duration.ofMillis(8900)).code()).isEqualTo(FailureCode.PROVIDER_FAILURE);

        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void shouldNotWaitForARetryThatWouldComeTooLate() {
        provider.answers(() -> Uni.createFrom().failure(new Failure(FailureCode.THROTTLED, "as told", "provider", null,
                RetryAdvice.WITH_BACKOFF, Duration.ofSeconds(9)).toException()));

        Failure failure = refusal(operation(policy(5)), Duration.ofMillis(9999));

        assertThat(failure.code()).isEqualTo(FailureCode.THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void shouldLeaveTheNextProvidersTheirTime() {
        provider.answers(() -> failsAfter(Duration.ofSeconds(8)));
        catchThrowableOfType(FailureException.class,
                () -> read(operation(policy(5)), Duration.ofMillis(16_999), Duration.ofSeconds(8)));
        assertThat(provider.requests()).hasSize(1);

        provider.answers(() -> failsAfter(Duration.ofSeconds(8)));
        read(operation(policy(5)), Duration.ofMillis(17_100), Duration.ofSeconds(8));
        assertThat(provider.requests()).hasSize(3);
    }

    @Test
    void shouldEndARetryWhereTheNextProvidersTimeBegins() {
        provider.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF)
                .answers(() -> Uni.createFrom().<Recognition> nothing());
        GuardedOperation operation = new GuardedOperation(provider.calledBy(policy(1)), InstantSource.system(), new Random(1));
        long start = System.nanoTime();

        catchThrowableOfType(FailureException.class,
                () -> operation.read(REQUEST, shortBudget(Duration.ofSeconds(8)), Duration.ofMillis(7900), attempts::add)
                        .await()
                        .atMost(Duration.ofSeconds(5)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(attempts).extracting(Attempt::outcome).containsExactly("provider-failure", "timeout");
    }

    @Test
    void shouldEndACallWithTheTimeOfTheInvocation() {
        AtomicInteger ended = new AtomicInteger();
        provider.answers(() -> Uni.createFrom().<Recognition> nothing().onCancellation().invoke(ended::incrementAndGet));
        GuardedOperation operation = new GuardedOperation(provider.calledBy(policy(0)), InstantSource.system(), new Random(1));

        Failure failure = catchThrowableOfType(FailureException.class,
                () -> operation.read(REQUEST, shortBudget(Duration.ofMillis(100)), Duration.ZERO, attempts::add).await()
                        .atMost(Duration.ofSeconds(5)))
                .failure();

        assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo("timeout");
            assertThat(attempt.millis()).isBetween(80L, 4000L);
        });
        assertThat(ended).as("the call itself is ended").hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(names = { "SOURCE_NOT_FOUND", "FORBIDDEN_SOURCE" })
    void shouldNotTakeAnImageForGoneThatItHasHandedOver(FailureCode code) {
        provider.fails(code);

        assertThat(refusal(operation(policy(0)), Duration.ofSeconds(30)).code()).isEqualTo(FailureCode.PROVIDER_FAILURE);
        assertThat(attempts).extracting(Attempt::outcome).containsExactly("provider-failure");
    }

    @Test
    void shouldOpenTheBreakerAtItsRatioAndTryOneCallAfterItsDelay() {
        GuardedOperation operation = operation(new CallPolicy(Duration.ofSeconds(8), 0, Duration.ofMillis(1), Optional.empty(),
                10, new CallPolicy.Breaker(4, 0.5, Duration.ofMillis(50))));
        provider.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF).answers(ScriptedProvider::read)
                .answers(ScriptedProvider::read).fails(FailureCode.TIMEOUT, RetryAdvice.WITH_BACKOFF);
        for (int i = 0; i < 4; i++) {
            outcome(operation);
        }

        Failure open = refusal(operation, Duration.ofSeconds(30));
        assertThat(open.code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(open.provider()).isEqualTo("provider");
        assertThat(provider.requests()).as("nobody is asked").hasSize(4);
        assertThat(attempts).as("and no call is told").hasSize(4);

        CompletableFuture<Recognition> probe = new CompletableFuture<>();
        provider.answers(() -> Uni.createFrom().completionStage(probe));
        List<CompletableFuture<Recognition>> callers = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (provider.requests().size() < 5 && System.nanoTime() < end) {
            callers.add(subscribe(operation));
        }
        for (int i = 0; i < 5; i++) {
            callers.add(subscribe(operation));
        }
        assertThat(provider.requests()).as("one call is tried, and no other before its answer").hasSize(5);
        probe.complete(ScriptedProvider.recognition());

        assertThat(read(operation, Duration.ofSeconds(30))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(names = { "INVALID_REQUEST", "IMAGE_TOO_LARGE", "UNSUPPORTED_IMAGE", "NOT_RECOGNIZED", "THROTTLED",
            "PROVIDER_AUTH", "PROVIDER_BILLING" })
    void shouldNotOpenTheBreakerForAnythingButTheProvidersFaults(FailureCode code) {
        GuardedOperation operation = operation(new CallPolicy(Duration.ofSeconds(8), 0, Duration.ofMillis(1), Optional.empty(),
                10, new CallPolicy.Breaker(4, 0.1, Duration.ofHours(1))));
        for (int i = 0; i < 20; i++) {
            provider.fails(code, RetryAdvice.ONCE);
            assertThat(outcome(operation)).isEqualTo(code);
        }
        assertThat(provider.requests()).hasSize(20);
    }

    @Test
    void shouldNotOpenTheBreakerForCodesThatNobodyKnows() {
        GuardedOperation operation = operation(new CallPolicy(Duration.ofSeconds(8), 0, Duration.ofMillis(1), Optional.empty(),
                10, new CallPolicy.Breaker(4, 0.1, Duration.ofHours(1))));
        for (int i = 0; i < 20; i++) {
            provider.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.NEVER);
            assertThat(outcome(operation)).isEqualTo(FailureCode.PROVIDER_FAILURE);
        }
    }

    /** Four thousandths of a second in place of a tenth: the law is the same. */
    @Test
    void shouldAnswerABurstOfAHundredAtItsRateAndLoseNone() {
        ConcurrentLinkedQueue<Long> calledAt = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 100; i++) {
            provider.answers(() -> {
                calledAt.add(System.nanoTime());
                return ScriptedProvider.read();
            });
        }
        GuardedOperation operation = operation(paced(250, 20, NEVER_OPEN));

        List<CompletableFuture<Recognition>> burst = IntStream.range(0, 100).mapToObj(i -> subscribe(operation)).toList();

        assertThat(burst).allSatisfy(answer -> assertThat(answer.join()).isNotNull());
        assertThat(attempts).hasSize(100).extracting(Attempt::outcome).containsOnly("succeeded");
        List<Long> times = calledAt.stream().sorted().toList();
        assertThat(Duration.ofNanos(times.get(99) - times.get(0))).isGreaterThan(Duration.ofMillis(99 * 4 - 4));
    }

    @Test
    void shouldOpenTheBreakerThoughManyWaitForTheirMoment() {
        for (int i = 0; i < 100; i++) {
            provider.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.ONCE);
        }
        GuardedOperation operation = operation(paced(1000, 10, new CallPolicy.Breaker(20, 0.5, Duration.ofHours(1))));

        List<CompletableFuture<Recognition>> burst = IntStream.range(0, 100).mapToObj(i -> subscribe(operation)).toList();

        assertThat(burst).allSatisfy(answer -> assertThat(answer).failsWithin(Duration.ofSeconds(5)));
        assertThat(provider.requests()).as("twenty that count, and those that were under way").hasSizeBetween(20, 31);
    }

    @Test
    void shouldNotAskAProviderThatHasFailedWhileOthersWaitedForAPlace() {
        List<CompletableFuture<Recognition>> answers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Recognition> answer = new CompletableFuture<>();
            answers.add(answer);
            provider.answers(() -> Uni.createFrom().completionStage(answer));
        }
        GuardedOperation operation = operation(
                new CallPolicy(Duration.ofSeconds(8), 0, Duration.ofMillis(1), Optional.empty(), 2,
                        new CallPolicy.Breaker(1, 1, Duration.ofHours(1))));
        List<CompletableFuture<Recognition>> callers = IntStream.range(0, 200).mapToObj(i -> subscribe(operation)).toList();

        answers.forEach(answer -> answer.completeExceptionally(
                Failure.of(FailureCode.PROVIDER_FAILURE, "as told", "provider", RetryAdvice.ONCE).toException()));

        assertThat(callers).allSatisfy(caller -> assertThat(caller).failsWithin(Duration.ofSeconds(5)));
        assertThat(provider.requests()).hasSize(2);
    }

    @Test
    void shouldLeaveToTheNextProviderWhoHasWaitedTooLongForAPlace() {
        CompletableFuture<Recognition> first = new CompletableFuture<>();
        provider.answers(() -> Uni.createFrom().completionStage(first));
        GuardedOperation operation = operation(
                new CallPolicy(Duration.ofSeconds(8), 0, Duration.ofMillis(1), Optional.empty(), 1,
                        NEVER_OPEN));
        subscribe(operation);
        List<CompletableFuture<Recognition>> waiting = IntStream.range(0, 150)
                .mapToObj(i -> operation.read(REQUEST, budget(Duration.ofSeconds(12)), Duration.ofSeconds(8), attempts::add)
                        .subscribeAsCompletionStage())
                .toList();

        now.updateAndGet(then -> then.plusSeconds(4));
        first.complete(ScriptedProvider.recognition());

        assertThat(waiting).allSatisfy(caller -> assertThat(caller).failsWithin(Duration.ofSeconds(5))
                .withThrowableThat().withMessageContaining("provider-unavailable"));
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void shouldTellWhoCannotWaitForHisTurnToComeBack() {
        GuardedOperation operation = operation(new CallPolicy(Duration.ofSeconds(8), 0, Duration.ofMillis(1),
                Optional.of(new RateLimit(1, Duration.ofHours(1))), 10, NEVER_OPEN));
        read(operation, Duration.ofSeconds(30));

        Failure failure = refusal(operation, Duration.ofSeconds(30));

        assertThat(failure.code()).isEqualTo(FailureCode.THROTTLED);
        assertThat(failure.retryAfter()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void shouldMakeNoMoreCallsAtOnceThanAllowed() {
        List<CompletableFuture<Recognition>> answers = IntStream.range(0, 10)
                .mapToObj(i -> new CompletableFuture<Recognition>()).toList();
        answers.forEach(answer -> provider.answers(() -> Uni.createFrom().completionStage(answer)));
        GuardedOperation operation = operation(new CallPolicy(Duration.ofSeconds(8), 0, Duration.ofMillis(1), Optional.empty(),
                2, NEVER_OPEN));

        List<CompletableFuture<Recognition>> callers = IntStream.range(0, 10).mapToObj(i -> subscribe(operation)).toList();
        for (int done = 0; done < 10; done++) {
            assertThat(provider.requests()).as("calls after %s answers", done).hasSize(Math.min(10, done + 2));
            answers.get(done).complete(ScriptedProvider.recognition());
        }

        assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isNotNull());
    }

    private GuardedOperation operation(CallPolicy policy) {
        return new GuardedOperation(provider.calledBy(policy), now::get, new Random(1));
    }

    /** A second of it is the least that is worth a call. */
    private TimeBudget budget(Duration left) {
        return new TimeBudget(now.get().plus(left), Duration.ofSeconds(1), now::get);
    }

    private static TimeBudget shortBudget(Duration left) {
        return new TimeBudget(Instant.now().plus(left), Duration.ofMillis(10), InstantSource.system());
    }

    private Uni<Recognition> failsAfter(Duration time) {
        now.updateAndGet(then -> then.plus(time));
        return Uni.createFrom().failure(
                Failure.of(FailureCode.PROVIDER_FAILURE, "as told", "provider", RetryAdvice.WITH_BACKOFF).toException());
    }

    private static CallPolicy paced(int callsASecond, int concurrency, CallPolicy.Breaker breaker) {
        return new CallPolicy(Duration.ofSeconds(8), 0, Duration.ofMillis(1),
                Optional.of(new RateLimit(callsASecond, Duration.ofSeconds(1))), concurrency, breaker);
    }

    private static CallPolicy policy(int maxRetries) {
        return new CallPolicy(Duration.ofSeconds(8), maxRetries, Duration.ofMillis(1), Optional.empty(), 10, NEVER_OPEN);
    }

    private Recognition read(GuardedOperation operation, Duration left) {
        return read(operation, left, Duration.ZERO);
    }

    private Recognition read(GuardedOperation operation, Duration left, Duration reserve) {
        return operation.read(REQUEST, budget(left), reserve, attempts::add).await()
                .atMost(Duration.ofSeconds(5));
    }

    private CompletableFuture<Recognition> subscribe(GuardedOperation operation) {
        return operation.read(REQUEST, budget(Duration.ofSeconds(30)), Duration.ZERO, attempts::add)
                .subscribeAsCompletionStage();
    }

    private Failure refusal(GuardedOperation operation, Duration left) {
        return catchThrowableOfType(FailureException.class, () -> read(operation, left)).failure();
    }

    /** Null where it was read. */
    private FailureCode outcome(GuardedOperation operation) {
        try {
            read(operation, Duration.ofSeconds(30));
            return null;
        } catch (FailureException e) {
            return e.failure().code();
        }
    }
}
