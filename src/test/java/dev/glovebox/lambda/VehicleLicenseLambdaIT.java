package dev.glovebox.lambda;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the tests of {@link VehicleLicenseLambdaTest} against the deployed executable. */
@QuarkusIntegrationTest
class VehicleLicenseLambdaIT extends VehicleLicenseLambdaTest {
}
