package dev.glovebox.lambda;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the tests of {@link LicensePlateLambdaTest} against the deployed executable. */
@QuarkusIntegrationTest
class LicensePlateLambdaIT extends LicensePlateLambdaTest {
}
