package dev.glovebox.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Connects all providers to one faulty server, with two retries after short pauses. The timeout is so long that a slow machine
 * does not reach it; tests of timeouts use virtual time. Injects the server into fields of its type.
 */
public class FaultyProviders implements QuarkusTestResourceLifecycleManager {

    /** The timeout of a call. */
    public static final Duration TIMEOUT = Duration.ofSeconds(60);

    private RawServer server;

    @Override
    public Map<String, String> start() {
        server = new RawServer();
        Map<String, String> settings = new HashMap<>();
        for (String provider : new String[] { "huawei", "tencent", "tencent-classic" }) {
            String prefix = "glovebox." + provider + ".";
            settings.put(prefix + "endpoint", server.url().toString());
            settings.put(prefix + "timeout", TIMEOUT.toSeconds() + "s");
            settings.put(prefix + "retry-delay", "2ms");
            settings.put(prefix + "rate-limit", "none");
            settings.put(prefix + "breaker.calls", "10000");
        }
        settings.put("glovebox.huawei.project-id", "project");
        settings.put("glovebox.huawei.access-key", "AK");
        settings.put("glovebox.huawei.secret-key", "SK");
        settings.put("glovebox.tencent.secret-id", "ID");
        settings.put("glovebox.tencent.secret-key", "KEY");
        settings.put("glovebox.tencent-classic.app-id", "200001");
        settings.put("glovebox.tencent-classic.secret-id", "ID");
        settings.put("glovebox.tencent-classic.secret-key", "KEY");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(RawServer.class));
    }

    @Override
    public void stop() {
        server.close();
    }
}
