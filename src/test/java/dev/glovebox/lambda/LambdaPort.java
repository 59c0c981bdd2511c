package dev.glovebox.lambda;

import org.eclipse.microprofile.config.ConfigProvider;

/** The port of the mock of Lambda's Runtime API. */
final class LambdaPort {

    private LambdaPort() {
    }

    static int get() {
        return ConfigProvider.getConfig().getValue("quarkus.lambda.mock-event-server.test-port", int.class);
    }
}
