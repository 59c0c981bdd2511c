package dev.glovebox.lambda;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.glovebox.testing.TestStack;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.funqy.runtime.FunctionRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** A Lambda whose function is not in Funqy's registry does not start. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
class HandlerCheckTest {

    @Inject
    HandlerCheck check;

    @Test
    void startFailsAndNamesTheFunctionThatIsNotInTheRegistry() {
        FunctionRegistry registry = FunctionRecorder.registry;
        FunctionRecorder.registry = new FunctionRegistry();
        try {
            assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> check.check(new StartupEvent()))
                    .withMessageStartingWith("quarkus.lambda.handler names a function that does not exist: vin");
        } finally {
            FunctionRecorder.registry = registry;
        }
        assertThatCode(() -> check.check(new StartupEvent())).doesNotThrowAnyException();
    }
}
