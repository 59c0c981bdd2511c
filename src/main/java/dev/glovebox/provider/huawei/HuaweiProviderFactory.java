package dev.glovebox.provider.huawei;

import static dev.glovebox.provider.huawei.HuaweiAuthenticationMethod.ACCESS_KEY;
import static dev.glovebox.provider.huawei.HuaweiAuthenticationMethod.IAM_PASSWORD;
import static dev.glovebox.provider.huawei.HuaweiAuthenticationMethod.SECRET_KEY;
import static dev.glovebox.provider.huawei.HuaweiAuthenticationMethod.SECURITY_TOKEN;
import static dev.glovebox.provider.huawei.HuaweiAuthenticationMethod.TOKEN;

import java.net.URI;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

import dev.glovebox.provider.Credentials;
import dev.glovebox.provider.Endpoint;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.ProviderContext;
import dev.glovebox.provider.ProviderSupport;
import dev.glovebox.provider.Setting;
import io.smallrye.common.annotation.Identifier;

/** Creates the provider from its settings when it is first used. */
@ApplicationScoped
class HuaweiProviderFactory {

    /** IAM sends tokens in a header. Some are longer than the usual limit of 8 KB. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private final HuaweiSettings settings;
    private final ProviderSupport support;

    HuaweiProviderFactory(HuaweiSettings settings, ProviderSupport support) {
        this.settings = settings;
        this.support = support;
    }

    @Produces
    @ApplicationScoped
    @Identifier(HuaweiProvider.NAME)
    OcrProvider provider() {
        ProviderContext context = support.context(HuaweiProvider.NAME, settings);
        Endpoint endpoint = Endpoint.of(settings.endpoint(), context.key("endpoint"));
        return new HuaweiProvider(client(HuaweiOcrApi.class, context, endpoint), context, authentication(context, endpoint),
                settings.licenseApi());
    }

    private Credentials<HuaweiAuthentication> authentication(ProviderContext context, Endpoint ocrEndpoint) {
        String projectId = Setting.optional(settings.projectId(), context.key("project-id")).orElse(null);
        return switch (HuaweiAuthenticationMethod.of(settings, context)) {
            case KEY_PAIR -> support.credentials(context,
                    Map.of(ACCESS_KEY, settings.accessKey(), SECRET_KEY, settings.secretKey(), SECURITY_TOKEN,
                            settings.securityToken()),
                    secrets -> new HuaweiKeyPair(new HuaweiSigner(secrets.get(ACCESS_KEY), secrets.get(SECRET_KEY)),
                            secrets.get(SECURITY_TOKEN), ocrEndpoint, projectId, context.clock()));
            case FIXED_TOKEN -> support.credentials(context, Map.of(TOKEN, settings.token()),
                    secrets -> new HuaweiAuthentication.FixedToken(
                            new HuaweiToken(secrets.get(TOKEN), projectId, null, null), projectId));
            case IAM_USER -> {
                HuaweiTokens tokens = tokens(context);
                // the tokens renew themselves, with a new password if the old one is refused
                yield support.credentials(context, Map.of(),
                        none -> new HuaweiAuthentication.IamUser(tokens, projectId));
            }
        };
    }

    private HuaweiTokens tokens(ProviderContext context) {
        Endpoint endpoint = Endpoint.of(settings.iam().endpoint()
                .orElseGet(() -> URI.create("https://iam." + settings.region() + ".myhuaweicloud.com")),
                context.key("iam.endpoint"));
        HuaweiIam iam = new HuaweiIam(client(HuaweiIamApi.class, context, endpoint), settings, context);
        Credentials<String> password = support.credentials(context, Map.of(IAM_PASSWORD, settings.iam().password()),
                secrets -> secrets.get(IAM_PASSWORD));
        return new HuaweiTokens(() -> password.ready().chain(() -> password.use(iam::fetch)), context.clock());
    }

    private <T> T client(Class<T> api, ProviderContext context, Endpoint endpoint) {
        return support.client(context, endpoint).property(QuarkusRestClientProperties.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .build(api);
    }
}
