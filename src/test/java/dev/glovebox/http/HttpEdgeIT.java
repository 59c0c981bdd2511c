package dev.glovebox.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the tests of {@link HttpEdgeTest} against the packaged server. */
@QuarkusIntegrationTest
class HttpEdgeIT extends HttpEdgeTest {
}
