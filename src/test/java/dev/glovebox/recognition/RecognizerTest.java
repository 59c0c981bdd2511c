package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import dev.glovebox.provider.OcrRequest;
import dev.glovebox.failure.RetryAdvice;
import dev.glovebox.testing.ScriptedProvider;
import io.smallrye.mutiny.Uni;

class RecognizerTest {

    private static final ImageLimits LIMITS = new ImageLimits(15, 4096, 4000, Set.of(ImageFormat.JPEG));
    private static final ImageLimits LARGER = new ImageLimits(15, 8000, 8000, Set.of(ImageFormat.JPEG, ImageFormat.PNG));
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");

    private final ScriptedProvider first = new ScriptedProvider("first", LIMITS);
    private final ScriptedProvider second = new ScriptedProvider("second", LARGER);
    private Instant now = NOW;
    private final Recognizer recognizer = new Recognizer(type -> List.of(first, second), () -> now, new Random(1));

    @Test
    void shouldAskTheFirstAndNameIt() {
        Outcome.Recognized outcome = (Outcome.Recognized) recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofSeconds(30));

        assertThat(outcome.trace().name()).isEqualTo("first");
        assertThat(outcome.trace().operation()).isEqualTo("vin");
        assertThat(outcome.trace().requestId()).isEqualTo("request-1");
        assertThat(outcome.trace().attempts()).containsExactly(new Attempt("first", "succeeded", 0));
        assertThat(second.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = { "THROTTLED", "PROVIDER_AUTH", "PROVIDER_BILLING", "PROVIDER_FAILURE", "PROVIDER_UNAVAILABLE",
            "TIMEOUT", "IMAGE_TOO_LARGE" })
    void shouldMoveOnWhereTheProviderIsAtFault(FailureCode code) {
        first.fails(code);

        Outcome.Recognized outcome = (Outcome.Recognized) recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofSeconds(30));

        assertThat(outcome.trace().name()).isEqualTo("second");
        assertThat(outcome.trace().attempts()).containsExactly(new Attempt("first", code.id(), 0),
                new Attempt("second", "succeeded", 0));
    }

    @ParameterizedTest
    @EnumSource(names = { "INVALID_REQUEST", "UNSUPPORTED_IMAGE", "NOT_RECOGNIZED" })
    void shouldNotPayTwiceWhereTheImageIsAtFault(FailureCode code) {
        first.fails(code);

        Outcome.Refused outcome = (Outcome.Refused) recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofSeconds(30));

        assertThat(outcome.failure().code()).isEqualTo(code);
        assertThat(outcome.trace().attempts()).containsExactly(new Attempt("first", code.id(), 0));
        assertThat(second.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "UNSUPPORTED_IMAGE, 1", "SOURCE_NOT_FOUND, 0", "FORBIDDEN_SOURCE, 0", "NOT_RECOGNIZED, 0" })
    void shouldAskTheNextAboutAUrlWhoseFormatTheFirstDoesNotRead(FailureCode code, int asked) {
        first.fails(code);

        recognize(new Image.Remote(URI.create("https://h/a.tiff")), Duration.ofSeconds(30));

        assertThat(second.requests()).hasSize(asked);
    }

    @Test
    void shouldTellTheFailureAtHandWhereNoTimeIsLeftForTheNext() {
        first.answers(() -> {
            now = NOW.plusSeconds(8);
            return Uni.createFrom().failure(new Failure(FailureCode.THROTTLED, "as told", "first", "busy", RetryAdvice.NEVER,
                    Duration.ofSeconds(7), "request-7").toException());
        });

        Outcome.Refused outcome = (Outcome.Refused) recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofMillis(9999));

        assertThat(outcome.failure().code()).isEqualTo(FailureCode.THROTTLED);
        assertThat(outcome.failure().retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(outcome.trace().requestId()).isEqualTo("request-7");
        assertThat(second.requests()).isEmpty();
        assertThat(outcome.failovers()).isEmpty();
    }

    @Test
    void shouldTellTheLastFailureWhereAllFail() {
        first.fails(FailureCode.THROTTLED);
        second.fails(FailureCode.PROVIDER_BILLING);

        Outcome.Refused outcome = (Outcome.Refused) recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofSeconds(30));

        assertThat(outcome.failure().code()).isEqualTo(FailureCode.PROVIDER_BILLING);
        assertThat(outcome.trace().attempts()).hasSize(2);
    }

    @Test
    void shouldPassOverAProviderWhoseLimitsTheImageBreaks() {
        Outcome outcome = recognize(image(ImageFormat.PNG, 100, 100), Duration.ofSeconds(30));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Recognized.class,
                recognized -> assertThat(recognized.trace().name()).isEqualTo("second"));
        assertThat(first.requests()).isEmpty();
    }

    @Test
    void shouldAskNobodyWhereTheImageBreaksEveryLimit() {
        assertThat(refused(image(ImageFormat.BMP, 100, 100))).isEqualTo(FailureCode.UNSUPPORTED_IMAGE);
        assertThat(refused(image(ImageFormat.JPEG, 9000, 100))).isEqualTo(FailureCode.IMAGE_TOO_LARGE);
        assertThat(refused(image(ImageFormat.JPEG, 100, 14))).isEqualTo(FailureCode.NOT_RECOGNIZED);
        assertThat(first.requests()).isEmpty();
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void shouldStartNoCallWithoutTimeToWriteItsResult() {
        Outcome.Refused outcome = (Outcome.Refused) recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofMillis(1999));

        assertThat(outcome.failure().code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(first.requests()).isEmpty();
    }

    @Test
    void shouldMoveOnFromAProviderThatDoesNotAnswerInItsTime() {
        first.calledBy(within(Duration.ofMillis(20))).answers(() -> Uni.createFrom().nothing());

        Outcome.Recognized outcome = (Outcome.Recognized) recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofSeconds(2));

        assertThat(outcome.trace().attempts()).extracting(Attempt::outcome).containsExactly("timeout", "succeeded");
    }

    @Test
    void shouldTakeADefectForTheProvidersFailureAndSayNothingOfIt() {
        first.answers(() -> {
            throw new IllegalStateException("京AF0236");
        });
        second.fails(FailureCode.NOT_RECOGNIZED);

        Outcome.Refused outcome = (Outcome.Refused) recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofSeconds(30));

        assertThat(outcome.trace().attempts()).extracting(Attempt::outcome).containsExactly("provider-failure",
                "not-recognized");
        assertThat(outcome.toString()).doesNotContain("京AF0236");
    }

    @Test
    void shouldTellOfEachFailover() {
        first.fails(FailureCode.THROTTLED);
        Outcome movedOn = recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofSeconds(30));
        Outcome stayed = recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofSeconds(30));

        assertThat(movedOn.failovers()).containsExactly(new Outcome.Failover("first", "second", "throttled"));
        assertThat(stayed.failovers()).isEmpty();
    }

    @Test
    void shouldNameTheLastWhoWasCalledWhereTheNextIsNotAsked() {
        CallPolicy policy = ScriptedProvider.POLICY;
        second.calledBy(new CallPolicy(policy.timeout(), 0, policy.retryDelay(), policy.rateLimit(), policy.concurrency(),
                new CallPolicy.Breaker(1, 1, Duration.ofHours(1))));
        first.fails(FailureCode.THROTTLED).fails(FailureCode.THROTTLED);
        second.fails(FailureCode.PROVIDER_FAILURE, RetryAdvice.WITH_BACKOFF);
        recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofSeconds(30));

        Outcome.Refused outcome = (Outcome.Refused) recognize(image(ImageFormat.JPEG, 100, 100), Duration.ofSeconds(30));

        assertThat(outcome.failure().code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(outcome.trace().name()).isEqualTo("first");
        assertThat(outcome.trace().attempts()).containsExactly(new Attempt("first", "throttled", 0));
    }

    @Test
    void shouldKnowTheLargestImageWorthFetching() {
        assertThat(recognizer.maxBytes(DocumentType.VIN)).isEqualTo(6000);
    }

    private FailureCode refused(Image image) {
        Outcome.Refused outcome = (Outcome.Refused) recognize(image, Duration.ofSeconds(30));
        assertThat(outcome.trace()).isNull();
        return outcome.failure().code();
    }

    private Outcome recognize(Image image, Duration left) {
        return recognizer
                .recognize(new OcrRequest(DocumentType.VIN, image, new ReadOptions(LicenseSide.BOTH, true)), NOW.plus(left))
                .await().atMost(Duration.ofSeconds(10));
    }

    private static Image image(ImageFormat format, int width, int height) {
        return new Image.Inline(new byte[10], new ImageHeader(format, width, height));
    }

    private static CallPolicy within(Duration timeout) {
        CallPolicy policy = ScriptedProvider.POLICY;
        return new CallPolicy(timeout, policy.maxRetries(), policy.retryDelay(), policy.rateLimit(), policy.concurrency(),
                policy.breaker());
    }
}
