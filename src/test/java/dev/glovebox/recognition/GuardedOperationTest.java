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
import dev.glovebox.provider.Failure;
import dev.glovebox.provider.FailureCode;
import dev.glovebox.provider.FailureException;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.RateLimit;
import dev.glovebox.provider.Recognition;
import dev.glovebox.provider.RetryAdvice;
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
    void shouldStartNoRetryThatCannotEndInTime() {
        provider.answers(() -> {
            now.updateAndGet(then -> then.plusSeconds(8));
            return Uni.createFrom()
                    .failure(Failure.of(FailureCode.TIMEOUT, "as told", "provider", RetryAdvice.WITH_BACKOFF).toException());
        });

        // 8 of 9.9 seconds are over, one is for writing the result: 0.9 are no time for a call
        assertThat(refusal(operation(policy(5)), Duration.ofMillis(9900)).code()).isEqualTo(FailureCode.TIMEOUT);

        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void shouldNotWaitForARetryThatWouldComeTooLate() {
        provider.answers(() -> Uni.createFrom().failure(new Failure(FailureCode.THROTTLED, "as told", "provider", null,
                RetryAdvice.WITH_BACKOFF, Duration.ofSeconds(9)).toException()));

        Failure failure = refusal(operation(policy(5)), Duration.ofSeconds(10));

        assertThat(failure.code()).isEqualTo(FailureCode.THROTTLED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(9));
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void shouldLeaveTheNextProviderItsTime() {
        provider.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF);

        catchThrowableOfType(FailureException.class,
                () -> read(operation(policy(5)), Duration.ofSeconds(10), Duration.ofSeconds(8)));
        assertThat(provider.requests()).hasSize(1);

        provider.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF);
        read(operation(policy(5)), Duration.ofSeconds(11), Duration.ofSeconds(8));
        assertThat(provider.requests()).hasSize(3);
    }

    @Test
    void shouldEndACallWithTheTimeOfTheInvocation() {
        AtomicInteger ended = new AtomicInteger();
        provider.answers(() -> Uni.createFrom().<Recognition> nothing().onCancellation().invoke(ended::incrementAndGet));
        now.set(Instant.now());
        GuardedOperation operation = new GuardedOperation(provider.calledBy(policy(0)), InstantSource.system(), new Random(1));

        Failure failure = catchThrowableOfType(FailureException.class,
                () -> operation.read(REQUEST, new TimeBudget(Instant.now().plusMillis(2100), InstantSource.system()),
                        Duration.ZERO, attempts::add).await().atMost(Duration.ofSeconds(5)))
                .failure();

        assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo("timeout");
            assertThat(attempt.millis()).isBetween(900L, 1500L);
        });
        assertThat(ended).as("the call itself is ended").hasValue(1);
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
    @EnumSource(names = { "INVALID_REQUEST", "FORBIDDEN_SOURCE", "SOURCE_NOT_FOUND", "IMAGE_TOO_LARGE", "UNSUPPORTED_IMAGE",
            "NOT_RECOGNIZED", "THROTTLED", "PROVIDER_AUTH", "PROVIDER_BILLING" })
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

    /** A hundredth of a second in place of a tenth: the law is the same. */
    @Test
    void shouldAnswerABurstOfAHundredAtItsRateAndLoseNone() {
        ConcurrentLinkedQueue<Long> calledAt = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 100; i++) {
            provider.answers(() -> {
                calledAt.add(System.nanoTime());
                return ScriptedProvider.read();
            });
        }
        GuardedOperation operation = operation(new CallPolicy(Duration.ofSeconds(8), 0, Duration.ofMillis(1),
                Optional.of(new RateLimit(100, Duration.ofSeconds(1))), 1000, NEVER_OPEN));

        List<CompletableFuture<Recognition>> burst = IntStream.range(0, 100).mapToObj(i -> subscribe(operation)).toList();

        assertThat(burst).allSatisfy(answer -> assertThat(answer.join()).isNotNull());
        assertThat(attempts).hasSize(100).extracting(Attempt::outcome).containsOnly("succeeded");
        List<Long> times = calledAt.stream().sorted().toList();
        for (int i = 0; i + 10 < times.size(); i++) {
            assertThat(Duration.ofNanos(times.get(i + 10) - times.get(i))).as("eleven calls take ten times the spacing")
                    .isGreaterThan(Duration.ofMillis(90));
        }
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

    private static CallPolicy policy(int maxRetries) {
        return new CallPolicy(Duration.ofSeconds(8), maxRetries, Duration.ofMillis(1), Optional.empty(), 10, NEVER_OPEN);
    }

    private Recognition read(GuardedOperation operation, Duration left) {
        return read(operation, left, Duration.ZERO);
    }

    private Recognition read(GuardedOperation operation, Duration left, Duration reserve) {
        return operation.read(REQUEST, new TimeBudget(now.get().plus(left), now::get), reserve, attempts::add).await()
                .atMost(Duration.ofSeconds(5));
    }

    private CompletableFuture<Recognition> subscribe(GuardedOperation operation) {
        return operation.read(REQUEST, new TimeBudget(now.get().plusSeconds(30), now::get), Duration.ZERO, attempts::add)
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
