package dev.glovebox.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the tests of {@link ChainTest} against the packaged server. */
@QuarkusIntegrationTest
class ChainIT extends ChainTest {
}
