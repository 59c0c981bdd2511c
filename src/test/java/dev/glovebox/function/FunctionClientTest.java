package dev.glovebox.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.glovebox.failure.FailureCode;
import dev.glovebox.failure.FailureException;
import dev.glovebox.testing.TestStack;
import dev.glovebox.trigger.Trigger;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.funqy.runtime.FunctionRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The client calls functions only through Funqy's registry. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class FunctionClientTest {

    @Inject
    FunctionClient functions;
    @Inject
    Invocations invocations;

    @Test
    void registryHasTheFunctions() {
        assertThat(functions.names()).containsExactly("license-plate", "vehicle-license", "vin");
        assertThat(FunctionRecorder.registry.invokers()).extracting(FunctionInvoker::getTargetClass)
                .containsOnly(Functions.class);
    }

    @Test
    void functionReplies() {
        assertThat(call("vin", new Trigger.Ping(false)).isEmpty()).isTrue();
    }

    @Test
    void failureOfAFunctionIsNotWrapped() {
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> call("vin", new Trigger.Invalid("x is missing")))
                .satisfies(thrown -> assertThat(thrown.failure().code()).isEqualTo(FailureCode.INVALID_REQUEST))
                .withMessage("invalid-request: x is missing");
    }

    @Test
    void callOfAFunctionThatIsNotInTheRegistryFails() {
        FunctionRegistry registry = FunctionRecorder.registry;
        FunctionRecorder.registry = new FunctionRegistry();
        try {
            assertThat(functions.has("vin")).isFalse();
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> call("vin", new Trigger.Ping(false))).withMessage("There is no function vin");
        } finally {
            FunctionRecorder.registry = registry;
        }
    }

    private Reply call(String function, Trigger trigger) {
        return functions.call(function, trigger, invocations.ofPlatform(Optional.empty(), null, null)).await().indefinitely();
    }
}
