package dev.glovebox.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.glovebox.document.Attempt;
import dev.glovebox.document.DocumentType;
import dev.glovebox.failure.FailureCode;
import dev.glovebox.image.Image;
import dev.glovebox.image.ImageFormat;
import io.smallrye.mutiny.Uni;

/** Limits of providers, and the deadline. */
class RecognizerTest {

    private final ChainHarness chain = new ChainHarness();

    @Test
    void firstProviderIsCalledAndNamed() {
        Outcome.Recognized outcome = chain.read(ChainHarness.jpeg());

        assertThat(outcome.trace().name()).isEqualTo("first");
        assertThat(outcome.trace().operation()).isEqualTo("vin");
        assertThat(outcome.trace().requestId()).isEqualTo("request-1");
        assertThat(outcome.trace().attempts()).containsExactly(new Attempt("first", "succeeded", 0));
        assertThat(chain.second.requests()).isEmpty();
    }

    @Test
    void skipsAProviderIfTheImageExceedsItsLimits() {
        assertThat(chain.read(ChainHarness.image(ImageFormat.PNG, 100, 100)).trace().name()).isEqualTo("second");

        assertThat(chain.first.requests()).isEmpty();
    }

    @Test
    void imageThatExceedsEveryLimitIsRefusedWithoutACall() {
        assertRefusedWithoutACall(ChainHarness.image(ImageFormat.BMP, 100, 100), FailureCode.UNSUPPORTED_IMAGE);
        assertRefusedWithoutACall(ChainHarness.image(ImageFormat.JPEG, 9000, 100), FailureCode.IMAGE_TOO_LARGE);
        assertRefusedWithoutACall(ChainHarness.image(ImageFormat.JPEG, 100, 14), FailureCode.NOT_RECOGNIZED);
    }

    @Test
    void noCallStartsWithoutTimeToWriteItsResult() {
        Outcome.Refused outcome = chain.refuse(ChainHarness.jpeg(), Duration.ofMillis(1999));

        assertThat(outcome.failure().code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(chain.first.requests()).isEmpty();
    }

    @Test
    void lastCallReportsItsOwnTimeoutBeforeTheChainTimesOut() {
        chain.first.answers(() -> Uni.createFrom().nothing());

        Outcome.Refused outcome = chain.refuse(ChainHarness.jpeg(), Duration.ofSeconds(3));

        assertThat(outcome.trace().attempts()).containsExactly(new Attempt("first", "timeout", 2000));
        assertThat(Duration.ofNanos(chain.time.nanos())).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void defectIsAProviderFailureWithoutDocumentData() {
        chain.first.answers(() -> {
            throw new IllegalStateException("京AF0236");
        });
        chain.second.fails(FailureCode.NOT_RECOGNIZED);

        Outcome.Refused outcome = chain.refuse(ChainHarness.jpeg());

        assertThat(outcome.trace().attempts()).extracting(Attempt::outcome).containsExactly("provider-failure",
                "not-recognized");
        assertThat(outcome.toString()).doesNotContain("京AF0236");
    }

    @Test
    void maxBytesIsTheLargestLimitOfTheChain() {
        assertThat(chain.recognizer.maxBytes(DocumentType.VIN)).isEqualTo(6000);
    }

    private void assertRefusedWithoutACall(Image image, FailureCode code) {
        Outcome.Refused outcome = chain.refuse(image);

        assertThat(outcome.failure().code()).isEqualTo(code);
        assertThat(outcome.trace()).isNull();
        assertThat(chain.first.requests()).isEmpty();
        assertThat(chain.second.requests()).isEmpty();
    }
}
