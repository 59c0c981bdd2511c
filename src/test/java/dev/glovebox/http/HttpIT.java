package dev.glovebox.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the tests of {@link HttpTest} against the packaged server. */
@QuarkusIntegrationTest
class HttpIT extends HttpTest {
}
