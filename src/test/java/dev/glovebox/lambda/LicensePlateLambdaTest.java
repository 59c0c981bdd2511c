package dev.glovebox.lambda;

import static org.hamcrest.Matchers.equalTo;

import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.glovebox.testing.Images;
import dev.glovebox.testing.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** The setting {@code quarkus.lambda.handler} selects the handler {@code license-plate}. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(LicensePlateLambdaTest.LicensePlateProfile.class)
class LicensePlateLambdaTest {

    public static class LicensePlateProfile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.lambda.handler", "license-plate");
        }
    }

    @Test
    void settingSelectsTheHandler() {
        LambdaTest.invoke(Map.of("image", Base64.getEncoder().encodeToString(Images.file("plate-02.jpg")))).statusCode(200)
                .body("function", equalTo("license-plate")).body("document.plates[0].number.value", equalTo("皖KH7571"));
    }
}
