package dev.glovebox.provider.tencentclassic;

import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.Credentials;
import dev.glovebox.provider.CredentialsFactory;
import dev.glovebox.provider.Endpoint;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.RestClients;
import dev.glovebox.provider.Setting;
import io.smallrye.common.annotation.Identifier;

/** Makes the provider from its settings, when it is first used. */
@ApplicationScoped
class TencentClassicProviderFactory {

    private static final String PREFIX = "glovebox.tencent-classic.";

    private final TencentClassicSettings settings;
    private final RestClients clients;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final CredentialsFactory credentials;

    TencentClassicProviderFactory(TencentClassicSettings settings, RestClients clients, ObjectMapper json, InstantSource clock,
            RandomGenerator random, CredentialsFactory credentials) {
        this.settings = settings;
        this.clients = clients;
        this.json = json;
        this.clock = clock;
        this.random = random;
        this.credentials = credentials;
    }

    @Produces
    @ApplicationScoped
    @Identifier(TencentClassicProvider.NAME)
    OcrProvider provider() {
        CallPolicy policy = CallPolicy.of(settings, PREFIX);
        Endpoint endpoint = Endpoint.of(settings.endpoint(), PREFIX + "endpoint");
        String appId = Setting.required(settings.appId(), PREFIX + "app-id");
        Setting.required(settings.secretId(), PREFIX + "secret-id");
        Setting.required(settings.secretKey(), PREFIX + "secret-key");
        Credentials<TencentClassicSigner> signers = credentials.of(TencentClassicProvider.NAME, PREFIX,
                Map.of("secret-id", settings.secretId(), "secret-key", settings.secretKey()),
                secrets -> new TencentClassicSigner(appId, settings.bucket().orElse(null), secrets.get("secret-id"),
                        secrets.get("secret-key"), random));
        TencentClassicOcrApi api = clients.builder(TencentClassicProvider.NAME, endpoint.uri(), policy)
                .build(TencentClassicOcrApi.class);
        return new TencentClassicProvider(api, appId, signers, policy, json, clock);
    }
}
