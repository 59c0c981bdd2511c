package dev.glovebox.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, against the packaged server. */
@QuarkusIntegrationTest
class HttpIT extends HttpTest {
}
