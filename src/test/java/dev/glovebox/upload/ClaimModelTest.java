package dev.glovebox.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.glovebox.storage.ModelStore;

/**
 * The invariants of the upload protocol over random histories. The system property {@code glovebox.model.histories} sets their
 * number.
 */
class ClaimModelTest {

    private static final int HISTORIES = Integer.getInteger("glovebox.model.histories", 10_400);
    private static final double MAX_PAID_PER_IMAGE = 1.05;

    private int histories;
    private final Map<ClaimHistory.Scenario, int[]> sums = new EnumMap<>(ClaimHistory.Scenario.class);

    @ParameterizedTest
    @EnumSource
    void everyImageEndsInAResultThatIsPaidForOnce(ModelStore.Kind kind) {
        int perKind = HISTORIES / ModelStore.Kind.values().length;
        ClaimHistory.Scenario[] scenarios = ClaimHistory.Scenario.values();
        for (long seed = 0; seed < perKind; seed++) {
            ClaimHistory.Scenario scenario = scenarios[(int) (seed % scenarios.length)];
            check(seed, kind, scenario, ClaimHistory.run(seed, kind, scenario));
        }
        assertThat(histories).isEqualTo(perKind);
        sums.forEach((scenario, sum) -> {
            System.out.printf("%s, %s: %d images, %d paid answers, %d allowed in addition%n", kind, scenario, sum[0], sum[1],
                    sum[2]);
            assertThat((double) sum[1]).as("paid answers in %s", scenario)
                    .isLessThanOrEqualTo(sum[0] * MAX_PAID_PER_IMAGE + sum[2]);
        });
    }

    private void check(long seed, ModelStore.Kind kind, ClaimHistory.Scenario scenario, ClaimHistory.Report report) {
        String history = "seed " + seed + ", " + kind + ", " + scenario + ": " + report;
        assertThat(report.finalResults()).as("results, %s", history).isEqualTo(report.images());
        assertThat(report.foreignUnchanged()).as("foreign object, %s", history).isTrue();
        // an instance that is killed, or that cannot write for as long as its claim lasts, may have paid for an answer
        int allowedPerImage = report.kills() + (scenario == ClaimHistory.Scenario.OUTAGE ? 1 : 0);
        if (kind.conditionsHold()) {
            assertThat(report.paid()).as("paid answers by image, %s", history)
                    .allMatch(paid -> paid <= 1 + allowedPerImage);
        }
        // without conditions, a write that takes effect late may replace the claim of another instance
        int allowed = allowedPerImage * report.images() + (kind.conditionsHold() ? 0 : report.delayedWrites());
        histories++;
        int[] sum = sums.computeIfAbsent(scenario, key -> new int[3]);
        sum[0] += report.images();
        sum[1] += report.paid().stream().mapToInt(Integer::intValue).sum();
        sum[2] += allowed;
    }
}
