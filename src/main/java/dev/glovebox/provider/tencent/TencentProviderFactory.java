package dev.glovebox.provider.tencent;

import java.util.Map;

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
class TencentProviderFactory {

    private static final String SECRET_ID = "secret-id";
    private static final String SECRET_KEY = "secret-key";
    private static final String TOKEN = "token";

    private final TencentSettings settings;
    private final ProviderSupport support;

    TencentProviderFactory(TencentSettings settings, ProviderSupport support) {
        this.settings = settings;
        this.support = support;
    }

    @Produces
    @ApplicationScoped
    @Identifier(TencentProvider.NAME)
    OcrProvider provider() {
        ProviderContext context = support.context(TencentProvider.NAME, settings);
        Endpoint endpoint = Endpoint.of(settings.endpoint(), context.key("endpoint"));
        Setting.required(settings.secretId(), context.key(SECRET_ID));
        Setting.required(settings.secretKey(), context.key(SECRET_KEY));
        Credentials<TencentKey> keys = support.credentials(context,
                Map.of(SECRET_ID, settings.secretId(), SECRET_KEY, settings.secretKey(), TOKEN, settings.token()),
                secrets -> new TencentKey(
                        new TencentSigner(secrets.get(SECRET_ID), secrets.get(SECRET_KEY), TencentProvider.SERVICE),
                        secrets.get(TOKEN)));
        return new TencentProvider(support.client(context, endpoint).build(TencentOcrApi.class), context, keys, endpoint,
                Setting.optional(settings.region(), context.key("region")).orElse(null));
    }
}
