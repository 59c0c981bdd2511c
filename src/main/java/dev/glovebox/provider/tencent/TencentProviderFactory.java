package dev.glovebox.provider.tencent;

import java.time.InstantSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.provider.CallPolicy;
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

    TencentProviderFactory(TencentSettings settings, RestClients clients, ObjectMapper json, InstantSource clock) {
        this.settings = settings;
        this.clients = clients;
        this.json = json;
        this.clock = clock;
    }

    @Produces
    @ApplicationScoped
    @Identifier(TencentProvider.NAME)
    OcrProvider provider() {
        CallPolicy policy = CallPolicy.of(settings, PREFIX);
        Endpoint endpoint = Endpoint.of(settings.endpoint(), PREFIX + "endpoint");
        TencentSigner signer = new TencentSigner(Setting.required(settings.secretId(), PREFIX + "secret-id"),
                Setting.required(settings.secretKey(), PREFIX + "secret-key"), TencentProvider.SERVICE);
        TencentOcrApi api = clients.builder(TencentProvider.NAME, endpoint.uri(), policy).build(TencentOcrApi.class);
        return new TencentProvider(api, settings, endpoint, signer, policy, json, clock);
    }
}
