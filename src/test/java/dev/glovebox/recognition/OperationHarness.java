package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import dev.glovebox.async.Deadline;
import dev.glovebox.document.Attempt;
import dev.glovebox.document.DocumentType;
import dev.glovebox.document.LicenseSide;
import dev.glovebox.document.ReadOptions;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import dev.glovebox.image.ImageHeader;
import dev.glovebox.image.ImageLimits;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.RateLimit;
import dev.glovebox.provider.Recognition;
import dev.glovebox.testing.ScriptedProvider;
import dev.glovebox.testing.VirtualTime;
import io.smallrye.mutiny.Uni;

/** Runs a guarded operation on one thread in virtual time. Durations "for calls" exclude the time to write the result. */
final class OperationHarness {

    static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);
    static final Duration PLENTY = Duration.ofSeconds(30);
    static final CallPolicy.Breaker NEVER_OPEN = new CallPolicy.Breaker(100_000, 1, Duration.ofSeconds(5));

    private static final Duration RETRY_DELAY = Duration.ofMillis(1);
    private static final OcrRequest REQUEST = new OcrRequest(DocumentType.LICENSE_PLATE,
            new Image.Inline(new byte[10], new ImageHeader(ImageFormat.JPEG, 100, 100)),
            new ReadOptions(LicenseSide.BOTH, true));

    final VirtualTime time = new VirtualTime();
    final ScriptedProvider provider = new ScriptedProvider("provider",
            ImageLimits.withoutPixelLimits(1000, Set.of(ImageFormat.JPEG)));
    final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    static CallPolicy retries(int maxRetries) {
        return new CallPolicy(CALL_TIMEOUT, maxRetries, RETRY_DELAY, Optional.empty(), 10, NEVER_OPEN);
    }

    static CallPolicy concurrency(int calls, CallPolicy.Breaker breaker) {
        return new CallPolicy(CALL_TIMEOUT, 0, RETRY_DELAY, Optional.empty(), calls, breaker);
    }

    static CallPolicy rate(RateLimit limit, int concurrency, CallPolicy.Breaker breaker) {
        return new CallPolicy(CALL_TIMEOUT, 0, RETRY_DELAY, Optional.of(limit), concurrency, breaker);
    }

    GuardedOperation operation(CallPolicy policy) {
        return new GuardedOperation(provider.calledBy(policy), new Timing(time, time::nanos, time), new Random(1));
    }

    CompletableFuture<Recognition> start(GuardedOperation operation, Duration forCalls, Duration reserve) {
        Deadline now = Deadline.after(Duration.ZERO, time);
        Duration writeMargin = now.remaining().minus(now.remainingForCalls());
        return operation.read(REQUEST, Deadline.after(forCalls.plus(writeMargin), time), reserve, attempts::add)
                .subscribeAsCompletionStage();
    }

    CompletableFuture<Recognition> start(GuardedOperation operation) {
        return start(operation, PLENTY, Duration.ZERO);
    }

    List<CompletableFuture<Recognition>> start(int callers, GuardedOperation operation) {
        return IntStream.range(0, callers).mapToObj(i -> start(operation)).toList();
    }

    Recognition read(GuardedOperation operation, Duration forCalls, Duration reserve) {
        CompletableFuture<Recognition> result = start(operation, forCalls, reserve);
        time.advanceUntilDone(result);
        return result.join();
    }

    Recognition read(GuardedOperation operation) {
        return read(operation, PLENTY, Duration.ZERO);
    }

    Failure failure(GuardedOperation operation, Duration forCalls, Duration reserve) {
        return ((FailureException) catchThrowableOfType(CompletionException.class,
                () -> read(operation, forCalls, reserve)).getCause()).failure();
    }

    Failure failure(GuardedOperation operation, Duration forCalls) {
        return failure(operation, forCalls, Duration.ZERO);
    }

    Failure failure(GuardedOperation operation) {
        return failure(operation, PLENTY);
    }

    /** The next call takes that long and then fails in a way that allows retries. */
    void failAfter(Duration duration) {
        provider.answers(() -> time.failAfter(duration, Failure
                .of(FailureCode.PROVIDER_FAILURE, "scripted", "provider", RetryAdvice.WITH_BACKOFF).toException()));
    }

    /** The next call fails, and the provider asks for a pause. */
    void throttle(Duration retryAfter) {
        provider.answers(() -> Uni.createFrom().failure(Failure.of(FailureCode.THROTTLED, "scripted")
                .withProvider("provider", null).withRetry(RetryAdvice.WITH_BACKOFF).withRetryAfter(retryAfter).toException()));
    }
}
