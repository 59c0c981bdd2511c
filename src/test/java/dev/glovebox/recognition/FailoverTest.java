package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.glovebox.document.Attempt;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.image.Image;
import dev.glovebox.provider.CallPolicy;
import dev.glovebox.testing.ScriptedProvider;
import io.smallrye.mutiny.Uni;

/** The change from one provider to the next. */
class FailoverTest {

    private final ChainHarness chain = new ChainHarness();

    @ParameterizedTest
    @EnumSource(names = { "THROTTLED", "PROVIDER_AUTH", "PROVIDER_BILLING", "PROVIDER_FAILURE", "PROVIDER_UNAVAILABLE",
            "TIMEOUT", "IMAGE_TOO_LARGE" })
    void failureOfTheProviderCallsTheNextProvider(FailureCode code) {
        chain.first.fails(code);

        Outcome.Recognized outcome = chain.read(ChainHarness.jpeg());

        assertThat(outcome.trace().name()).isEqualTo("second");
        assertThat(outcome.trace().attempts()).containsExactly(new Attempt("first", code.id(), 0),
                new Attempt("second", "succeeded", 0));
    }

    @ParameterizedTest
    @EnumSource(names = { "INVALID_REQUEST", "UNSUPPORTED_IMAGE", "NOT_RECOGNIZED" })
    void failureOfTheImageIsNotPaidForTwice(FailureCode code) {
        chain.first.fails(code);

        Outcome.Refused outcome = chain.refuse(ChainHarness.jpeg());

        assertThat(outcome.failure().code()).isEqualTo(code);
        assertThat(outcome.trace().attempts()).containsExactly(new Attempt("first", code.id(), 0));
        assertThat(chain.second.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "UNSUPPORTED_IMAGE, 1", "SOURCE_NOT_FOUND, 0", "FORBIDDEN_SOURCE, 0", "NOT_RECOGNIZED, 0" })
    void unsupportedFormatAtAUrlCallsTheNextProvider(FailureCode code, int nextCalls) {
        chain.first.fails(code);

        chain.recognize(new Image.Remote(URI.create("https://h/a.tiff")), ChainHarness.PLENTY);

        assertThat(chain.second.requests()).hasSize(nextCalls);
    }

    @Test
    void failureIsReturnedIfNoTimeIsLeftForTheNextProvider() {
        chain.first.answers(() -> chain.time.failAfter(Duration.ofMillis(7999), Failure.of(FailureCode.THROTTLED, "scripted")
                .withProvider("first", "busy").withRetryAfter(Duration.ofSeconds(7)).withRequestId("request-7").toException()));

        Outcome.Refused outcome = chain.refuse(ChainHarness.jpeg(), Duration.ofMillis(9998));

        assertThat(outcome.failure().code()).isEqualTo(FailureCode.THROTTLED);
        assertThat(outcome.failure().retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(outcome.trace().requestId()).isEqualTo("request-7");
        assertThat(chain.second.requests()).isEmpty();
        assertThat(outcome.failovers()).isEmpty();
    }

    @Test
    void lastFailureIsReturnedIfAllProvidersFail() {
        chain.first.fails(FailureCode.THROTTLED);
        chain.second.fails(FailureCode.PROVIDER_BILLING);

        Outcome.Refused outcome = chain.refuse(ChainHarness.jpeg());

        assertThat(outcome.failure().code()).isEqualTo(FailureCode.PROVIDER_BILLING);
        assertThat(outcome.trace().attempts()).hasSize(2);
    }

    @Test
    void timeoutOfTheFirstProviderCallsTheNextProvider() {
        chain.first.answers(() -> Uni.createFrom().nothing());

        Outcome.Recognized outcome = chain.read(ChainHarness.jpeg());

        assertThat(outcome.trace().attempts()).containsExactly(
                new Attempt("first", "timeout", ScriptedProvider.POLICY.timeout().toMillis()),
                new Attempt("second", "succeeded", 0));
    }

    @Test
    void everyFailoverIsReported() {
        chain.first.fails(FailureCode.THROTTLED);
        Outcome failedOver = chain.read(ChainHarness.jpeg());
        Outcome direct = chain.read(ChainHarness.jpeg());

        assertThat(failedOver.failovers()).containsExactly(new Outcome.Failover("first", "second", "throttled"));
        assertThat(direct.failovers()).isEmpty();
    }

    @Test
    void traceNamesTheLastProviderThatWasCalled() {
        openBreakerOfSecond();
        chain.first.fails(FailureCode.THROTTLED);

        Outcome.Refused outcome = chain.refuse(ChainHarness.jpeg());

        assertThat(outcome.failure().code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(outcome.trace().name()).isEqualTo("first");
        assertThat(outcome.trace().attempts()).containsExactly(new Attempt("first", "throttled", 0));
    }

    private void openBreakerOfSecond() {
        CallPolicy policy = ScriptedProvider.POLICY;
        chain.second.calledBy(new CallPolicy(policy.timeout(), 0, policy.retryDelay(), policy.rateLimit(),
                policy.concurrency(), new CallPolicy.Breaker(1, 1, Duration.ofHours(1))));
        chain.first.fails(FailureCode.THROTTLED);
        chain.second.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF);
        chain.refuse(ChainHarness.jpeg());
    }
}
