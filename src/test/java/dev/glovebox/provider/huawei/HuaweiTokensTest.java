package dev.glovebox.provider.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.failure.RetryAdvice;
import io.smallrye.mutiny.Uni;

class HuaweiTokensTest {

    private static final Instant START = Instant.parse("2026-01-31T08:00:00Z");

    private Instant now = START;
    /** The requests to IAM; a test completes them. */
    private final List<CompletableFuture<HuaweiToken>> requests = new ArrayList<>();
    private final HuaweiTokens tokens = new HuaweiTokens(() -> Uni.createFrom().completionStage(() -> {
        CompletableFuture<HuaweiToken> answer = new CompletableFuture<>();
        requests.add(answer);
        return answer;
    }), () -> now);

    @Test
    void requestsOneTokenForFiftyWaitingCallers() throws Exception {
        List<Future<HuaweiToken>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
            for (int i = 0; i < 50; i++) {
                callers.add(threads.submit(() -> tokens.current().subscribeAsCompletionStage()).get());
            }
            assertThat(requests).hasSize(1);
            requests.get(0).complete(token("first"));
            for (Future<HuaweiToken> caller : callers) {
                assertThat(caller.get().value()).isEqualTo("first");
            }
        }
    }

    @Test
    void cachesATokenUntilItIsDueForRenewal() {
        first();

        now = START.plus(Duration.ofHours(23));
        assertThat(tokens.current().await().indefinitely().value()).isEqualTo("first");
        assertThat(requests).hasSize(1);

        now = START.plus(Duration.ofHours(24));
        CompletableFuture<HuaweiToken> renewed = tokens.current().subscribeAsCompletionStage();
        assertThat(requests).hasSize(2);
        requests.get(1).complete(token("second"));
        assertThat(renewed.join().value()).isEqualTo("second");
    }

    @Test
    void renewsARefusedTokenOnceForAllItsCallers() {
        HuaweiToken refused = first();

        List<CompletableFuture<HuaweiToken>> callers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            callers.add(tokens.replace(refused).subscribeAsCompletionStage());
        }
        requests.get(1).complete(token("second"));
        callers.add(tokens.replace(refused).subscribeAsCompletionStage());

        assertThat(callers).allSatisfy(caller -> assertThat(caller.join().value()).isEqualTo("second"));
        assertThat(requests).hasSize(2);
    }

    @Test
    void requestsATokenAgainAfterATemporaryFailure() {
        CompletableFuture<HuaweiToken> failing = tokens.current().subscribeAsCompletionStage();
        requests.get(0).completeExceptionally(failure(FailureCode.PROVIDER_FAILURE));
        assertThatThrownBy(failing::join).hasCauseInstanceOf(FailureException.class);

        tokens.current().subscribeAsCompletionStage();

        assertThat(requests).hasSize(2);
    }

    @Test
    void requestsNoTokenForAMinuteAfterARefusal() {
        CompletableFuture<HuaweiToken> refused = tokens.current().subscribeAsCompletionStage();
        requests.get(0).completeExceptionally(failure(FailureCode.PROVIDER_AUTH));
        assertThatThrownBy(refused::join).hasCauseInstanceOf(FailureException.class);

        now = START.plusSeconds(59);
        assertThatThrownBy(() -> tokens.current().await().indefinitely()).isInstanceOf(FailureException.class);
        assertThat(requests).hasSize(1);

        now = START.plusSeconds(60);
        tokens.current().subscribeAsCompletionStage();
        assertThat(requests).hasSize(2);
    }

    @Test
    void usesTheOldTokenUntilItExpiresIfNoneCanBeFetched() {
        first();
        now = START.plus(Duration.ofHours(24)).minusSeconds(60);

        CompletableFuture<HuaweiToken> waiting = tokens.current().subscribeAsCompletionStage();
        requests.get(1).completeExceptionally(failure(FailureCode.PROVIDER_FAILURE));
        assertThat(waiting.join().value()).isEqualTo("first");
        assertThat(tokens.current().await().indefinitely().value()).isEqualTo("first");
        assertThat(requests).as("IAM is left alone for a minute").hasSize(2);

        now = START.plus(Duration.ofHours(24));
        tokens.current().subscribeAsCompletionStage();
        assertThat(requests).as("its end has come").hasSize(3);
    }

    @Test
    void requestsNoTokenForAMinuteIfTheServiceRefusesNewOnes() {
        first();
        tokens.block(failure(FailureCode.PROVIDER_AUTH));

        assertThatThrownBy(() -> tokens.current().await().indefinitely()).isInstanceOf(FailureException.class);
        assertThat(requests).hasSize(1);

        now = START.plusSeconds(60);
        tokens.current().subscribeAsCompletionStage();
        assertThat(requests).hasSize(2);
    }

    @Test
    void doesNotPrintTheValueOfAToken() {
        assertThat(token("secret")).hasToString("HuaweiToken[renewAt=2026-02-01T07:30:00Z]");
    }

    private HuaweiToken first() {
        CompletableFuture<HuaweiToken> caller = tokens.current().subscribeAsCompletionStage();
        requests.get(0).complete(token("first"));
        return caller.join();
    }

    private HuaweiToken token(String value) {
        Instant end = now.plus(Duration.ofHours(24));
        return new HuaweiToken(value, "project", end.minus(Duration.ofMinutes(30)), end);
    }

    private static FailureException failure(FailureCode code) {
        return Failure.of(code, "no", HuaweiProvider.NAME, RetryAdvice.NEVER).toException();
    }
}
