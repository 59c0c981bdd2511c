package dev.glovebox.provider.tencent;

import java.time.InstantSource;
import java.util.Map;

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
class TencentProviderFactory {

    private static final String PREFIX = "glovebox.tencent.";

    private final TencentSettings settings;
    private final RestClients clients;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final CredentialsFactory credentials;

    TencentProviderFactory(TencentSettings settings, RestClients clients, ObjectMapper json, InstantSource clock,
            CredentialsFactory credentials) {
        this.settings = settings;
        this.clients = clients;
        this.json = json;
        this.clock = clock;
        this.credentials = credentials;
    }

    @Produces
    @ApplicationScoped
    @Identifier(TencentProvider.NAME)
    OcrProvider provider() {
        CallPolicy policy = CallPolicy.of(settings, PREFIX);
        Endpoint endpoint = Endpoint.of(settings.endpoint(), PREFIX + "endpoint");
        Setting.required(settings.secretId(), PREFIX + "secret-id");
        Setting.required(settings.secretKey(), PREFIX + "secret-key");
        Credentials<TencentKey> keys = credentials.of(TencentProvider.NAME, PREFIX,
                Map.of("secret-id", settings.secretId(), "secret-key", settings.secretKey(), "token", settings.token()),
                secrets -> new TencentKey(
                        new TencentSigner(secrets.get("secret-id"), secrets.get("secret-key"), TencentProvider.SERVICE),
                        secrets.get("token")));
        TencentOcrApi api = clients.builder(TencentProvider.NAME, endpoint.uri(), policy).build(TencentOcrApi.class);
        return new TencentProvider(api, settings, endpoint, keys, policy, json, clock);
    }
}
