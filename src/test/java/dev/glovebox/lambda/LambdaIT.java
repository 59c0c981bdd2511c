package dev.glovebox.lambda;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the tests of {@link LambdaTest} against the deployed executable. */
@QuarkusIntegrationTest
class LambdaIT extends LambdaTest {
}
