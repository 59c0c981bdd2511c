package dev.glovebox.recognition;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import dev.glovebox.document.Attempt;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.image.Image;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.provider.Recognition;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;

/**
 * One call on the wire, with its timeout.
 *
 * <p>
 * The timeout is Mutiny's, since it must end the call on the wire. Cancelling a guard of SmallRye Fault Tolerance does not.
 *
 * @param provider the provider to call
 * @param request the image to read
 * @param timing the clock of the call's duration, and the timer of its timeout
 * @param listener receives the attempt when the call ends, before the caller gets the result
 */
record ProviderCall(OcrProvider provider, OcrRequest request, Timing timing, Consumer<Attempt> listener) {

    /**
     * Makes the call when subscribed to.
     *
     * @param limit the longest time that the deadline allows
     * @return fails with a {@link FailureException}
     */
    Uni<Recognition> send(Duration limit) {
        return Uni.createFrom().deferred(() -> {
            Instant start = timing.clock().instant();
            Duration timeout = provider.policy().timeout();
            return answer().ifNoItem().after(limit.compareTo(timeout) < 0 ? limit : timeout).on(timing.timer()).fail()
                    .onFailure().transform(this::toFailure).invoke(recognition -> report(start, recognition)).onFailure()
                    .invoke(thrown -> report(start, ((FailureException) thrown).failure().code().id(), 0));
        });
    }

    /** Leaves the event loop, on which a queue may have resumed this call: signing digests the whole image. */
    private Uni<Recognition> answer() {
        Uni<Recognition> answer = Uni.createFrom().deferred(() -> provider.recognize(request));
        return Context.isOnEventLoopThread() ? answer.runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) : answer;
    }

    private void report(Instant start, Recognition recognition) {
        recognition.earlierCalls().forEach(listener);
        report(start, Attempt.SUCCEEDED, recognition.earlierCalls().stream().mapToLong(Attempt::millis).sum());
    }

    /** @param earlierMillis the part of the time that earlier calls took */
    private void report(Instant start, String outcome, long earlierMillis) {
        long millis = Duration.between(start, timing.clock().instant()).toMillis();
        listener.accept(new Attempt(provider.name(), outcome, Math.max(0, millis - earlierMillis)));
    }

    private FailureException toFailure(Throwable thrown) {
        FailureException known = new ProviderFailures(provider.name()).of(thrown);
        return isSourceErrorForInlineImage(known.failure()) ? known.failure().as(FailureCode.PROVIDER_FAILURE).toException()
                : known;
    }

    /** A source error makes no sense for an inline image. An upload would be dropped as gone. */
    private boolean isSourceErrorForInlineImage(Failure failure) {
        return request.image() instanceof Image.Inline
                && (failure.code() == FailureCode.SOURCE_NOT_FOUND || failure.code() == FailureCode.FORBIDDEN_SOURCE);
    }
}
