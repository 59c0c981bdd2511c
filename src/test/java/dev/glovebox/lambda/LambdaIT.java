package dev.glovebox.lambda;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, against the executable that is deployed. */
@QuarkusIntegrationTest
class LambdaIT extends LambdaTest {
}
