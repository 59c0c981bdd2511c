package dev.glovebox.testing;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.glovebox.sandbox.Sandbox;
import dev.glovebox.sandbox.SandboxAccount;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The servers that the application under test calls: the OCR sandbox over HTTPS, and an S3 server with a bucket. Injects the
 * {@link Sandbox} and the {@link S3Client} into fields of their types.
 */
public class TestStack implements QuarkusTestResourceLifecycleManager {

    public static final String BUCKET = "uploads";

    private Map<String, String> changes = Map.of();
    private Sandbox sandbox;
    private HttpsFront front;
    private S3ProxyServer s3;
    private S3Client client;

    /** @param arguments settings that one test overrides */
    @Override
    public void init(Map<String, String> arguments) {
        changes = arguments;
    }

    @Override
    public Map<String, String> start() {
        SandboxAccount account = SandboxAccount.DEFAULT;
        sandbox = Sandbox.start(0, account, InstantSource.system());
        front = new HttpsFront(sandbox.url());
        s3 = new S3ProxyServer();
        client = s3.client();
        client.createBucket(request -> request.bucket(BUCKET));

        Map<String, String> settings = new HashMap<>();
        settings.put("glovebox.huawei.endpoint", front.url().toString());
        settings.put("quarkus.tls.trust-store.pem.certs", front.authority());
        settings.put("glovebox.huawei.project-id", account.projectId());
        settings.put("glovebox.huawei.access-key", account.accessKey());
        settings.put("glovebox.huawei.secret-key", account.secretKey());
        SandboxAccount.Tencent tencent = account.tencent();
        settings.put("glovebox.tencent.endpoint", front.url().toString());
        settings.put("glovebox.tencent.secret-id", tencent.secretId());
        settings.put("glovebox.tencent.secret-key", tencent.secretKey());
        settings.put("glovebox.tencent-classic.endpoint", front.url().toString());
        settings.put("glovebox.tencent-classic.app-id", tencent.appId());
        settings.put("glovebox.tencent-classic.secret-id", tencent.secretId());
        settings.put("glovebox.tencent-classic.secret-key", tencent.secretKey());
        // the sandbox is slow on a busy machine
        settings.put("glovebox.timeout", "10m");
        settings.put("glovebox.storage.claim-timeout", "10m");
        for (String provider : List.of("huawei", "tencent", "tencent-classic")) {
            settings.put("glovebox." + provider + ".timeout", "2m");
        }
        settings.put("glovebox.storage.buckets", BUCKET);
        settings.put("glovebox.image.url-hosts", "localhost");
        settings.put("glovebox.http.event-function", "vin");
        settings.put("quarkus.s3.endpoint-override", s3.url().toString());
        settings.put("quarkus.s3.path-style-access", "true");
        settings.put("quarkus.s3.aws.region", S3ProxyServer.REGION);
        settings.put("quarkus.s3.aws.credentials.type", "static");
        settings.put("quarkus.s3.aws.credentials.static-provider.access-key-id", S3ProxyServer.ACCESS_KEY);
        settings.put("quarkus.s3.aws.credentials.static-provider.secret-access-key", S3ProxyServer.SECRET_KEY);
        settings.putAll(changes);
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(sandbox, new TestInjector.MatchesType(Sandbox.class));
        injector.injectIntoFields(client, new TestInjector.MatchesType(S3Client.class));
    }

    @Override
    public void stop() {
        front.close();
        sandbox.close();
        client.close();
        s3.close();
    }
}
