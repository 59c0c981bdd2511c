package dev.glovebox.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, against what was packaged. */
@QuarkusIntegrationTest
class ChainIT extends ChainTest {
}
