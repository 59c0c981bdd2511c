package dev.glovebox.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the tests of {@link UploadTest} against the packaged server. */
@QuarkusIntegrationTest
class UploadIT extends UploadTest {
}
