package dev.glovebox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.MissingNode;

import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;

class ClockSkewTest {

    private static final Instant PROVIDERS_TIME = Instant.parse("2026-01-31T08:00:00Z");
    private static final Failure REFUSAL = Failure.of(FailureCode.PROVIDER_AUTH, "refused").withProvider("huawei",
            "APIGW.0301");

    @Test
    void refusalNamesAClockThatIsWrong() {
        assertThat(detail(REFUSAL, Duration.ofMinutes(20)))
                .isEqualTo("refused. The clock of this machine is 1200 s ahead of the provider's");
        assertThat(detail(REFUSAL, Duration.ofMinutes(-16)))
                .isEqualTo("refused. The clock of this machine is 960 s behind the provider's");
    }

    @Test
    void otherFailuresAndSmallDifferencesStayAsTheyAre() {
        assertThat(detail(REFUSAL, Duration.ofMinutes(4))).isEqualTo("refused");
        assertThat(detail(REFUSAL.as(FailureCode.PROVIDER_FAILURE), Duration.ofHours(1))).isEqualTo("refused");
        assertThat(ClockSkew.explain(REFUSAL, answer(null), PROVIDERS_TIME)).isEqualTo(REFUSAL);
    }

    private static String detail(Failure failure, Duration skew) {
        return ClockSkew.explain(failure, answer(PROVIDERS_TIME), PROVIDERS_TIME.plus(skew)).detail();
    }

    private static WireAnswer answer(Instant date) {
        return new WireAnswer(401, MissingNode.getInstance(), date, null, null);
    }
}
