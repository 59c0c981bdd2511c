package dev.glovebox.provider.tencentclassic;

import java.util.Map;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import dev.glovebox.provider.Credentials;
import dev.glovebox.provider.Endpoint;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.ProviderContext;
import dev.glovebox.provider.ProviderSupport;
import dev.glovebox.provider.Setting;
import io.smallrye.common.annotation.Identifier;

/** Creates the provider from its settings when it is first used. */
@ApplicationScoped
class TencentClassicProviderFactory {

    private static final String SECRET_ID = "secret-id";
    private static final String SECRET_KEY = "secret-key";

    private final TencentClassicSettings settings;
    private final ProviderSupport support;
    private final RandomGenerator random;

    TencentClassicProviderFactory(TencentClassicSettings settings, ProviderSupport support, RandomGenerator random) {
        this.settings = settings;
        this.support = support;
        this.random = random;
    }

    @Produces
    @ApplicationScoped
    @Identifier(TencentClassicProvider.NAME)
    OcrProvider provider() {
        ProviderContext context = support.context(TencentClassicProvider.NAME, settings);
        Endpoint endpoint = Endpoint.of(settings.endpoint(), context.key("endpoint"));
        String appId = Setting.required(settings.appId(), context.key("app-id"));
        String bucket = Setting.optional(settings.bucket(), context.key("bucket")).orElse(null);
        Setting.required(settings.secretId(), context.key(SECRET_ID));
        Setting.required(settings.secretKey(), context.key(SECRET_KEY));
        Credentials<TencentClassicSigner> signers = support.credentials(context,
                Map.of(SECRET_ID, settings.secretId(), SECRET_KEY, settings.secretKey()),
                secrets -> new TencentClassicSigner(appId, bucket, secrets.get(SECRET_ID),
                        secrets.get(SECRET_KEY), random));
        return new TencentClassicProvider(support.client(context, endpoint).build(TencentClassicOcrApi.class), context, signers,
                appId);
    }
}
