package dev.glovebox.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.glovebox.document.Problem;
import dev.glovebox.failure.Failure;
import dev.glovebox.failure.FailureCode;

class ProblemDetailsTest {

    @Test
    void problemHasTheTaxonomysMembersAndTheProvidersCode() {
        Problem problem = ProblemDetails
                .of(Failure.of(FailureCode.PROVIDER_BILLING, "The operation is not subscribed in this region")
                        .withProvider("huawei", "ModelArts.4204"));

        assertThat(problem).isEqualTo(new Problem("urn:glovebox:problem:provider-billing",
                FailureCode.PROVIDER_BILLING.title(), 502, "The operation is not subscribed in this region",
                "provider-billing", false, "huawei", "ModelArts.4204"));
    }
}
