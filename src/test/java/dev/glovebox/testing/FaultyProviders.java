package dev.glovebox.testing;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** All providers at one server that misbehaves; called with short times and two retries. Given to fields of its type. */
public class FaultyProviders implements QuarkusTestResourceLifecycleManager {

    private RawServer server;

    @Override
    public Map<String, String> start() {
        server = new RawServer();
        Map<String, String> settings = new HashMap<>();
        for (String provider : new String[] { "huawei", "tencent", "tencent-classic" }) {
            String prefix = "glovebox." + provider + ".";
            settings.put(prefix + "endpoint", server.url().toString());
            settings.put(prefix + "timeout", "300ms");
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
