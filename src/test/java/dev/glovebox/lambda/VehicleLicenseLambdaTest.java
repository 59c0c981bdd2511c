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

/** The setting {@code quarkus.lambda.handler} selects the handler {@code vehicle-license}. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(VehicleLicenseLambdaTest.VehicleLicenseProfile.class)
class VehicleLicenseLambdaTest {

    public static class VehicleLicenseProfile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.lambda.handler", "vehicle-license");
        }
    }

    @Test
    void settingSelectsTheHandler() {
        LambdaTest.invoke(Map.of("image", Base64.getEncoder().encodeToString(Images.file("license-03-front.jpg"))))
                .statusCode(200)
                .body("function", equalTo("vehicle-license")).body("document.front.plateNumber.value", equalTo("苏JGF113"));
    }
}
