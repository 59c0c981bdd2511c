package dev.glovebox.provider.huawei;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.provider.CallPolicy;
import dev.glovebox.provider.Credentials;
import dev.glovebox.provider.CredentialsFactory;
import dev.glovebox.provider.Endpoint;
import dev.glovebox.provider.OcrProvider;
import dev.glovebox.provider.RestClients;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;

/** Makes the provider from its settings, when it is first used. */
@ApplicationScoped
class HuaweiProviderFactory {

    /** A token comes in a header, and has been seen with more than the usual 8 KB. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final String PREFIX = "glovebox.huawei.";
    private static final String ACCESS_KEY = "access-key";
    private static final String SECRET_KEY = "secret-key";
    private static final String SECURITY_TOKEN = "security-token";
    private static final String TOKEN = "token";

    private final HuaweiSettings settings;
    private final RestClients clients;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final CredentialsFactory factory;

    HuaweiProviderFactory(HuaweiSettings settings, RestClients clients, ObjectMapper json, InstantSource clock,
            CredentialsFactory factory) {
        this.settings = settings;
        this.clients = clients;
        this.json = json;
        this.clock = clock;
        this.factory = factory;
    }

    @Produces
    @ApplicationScoped
    @Identifier(HuaweiProvider.NAME)
    OcrProvider provider() {
        CallPolicy policy = CallPolicy.of(settings, PREFIX);
        Endpoint endpoint = Endpoint.of(settings.endpoint(), PREFIX + "endpoint");
        return new HuaweiProvider(client(HuaweiOcrApi.class, endpoint, policy), authentication(endpoint, policy), policy, json,
                clock);
    }

    private Credentials<HuaweiAuthentication> authentication(Endpoint ocrEndpoint, CallPolicy policy) {
        String projectId = settings.projectId().orElse(null);
        return switch (Way.of(settings)) {
            case KEY_PAIR -> credentials(
                    Map.of(ACCESS_KEY, settings.accessKey(), SECRET_KEY, settings.secretKey(), SECURITY_TOKEN,
                            settings.securityToken()),
                    secrets -> new HuaweiAuthentication.KeyPair(
                            new HuaweiSigner(secrets.get(ACCESS_KEY), secrets.get(SECRET_KEY)), secrets.get(SECURITY_TOKEN),
                            ocrEndpoint, projectId, clock));
            case FIXED_TOKEN -> credentials(Map.of(TOKEN, settings.token()), secrets -> new HuaweiAuthentication.FixedToken(
                    new HuaweiToken(secrets.get(TOKEN), projectId, null, null), projectId));
            case IAM_USER -> {
                Endpoint endpoint = Endpoint.of(settings.iam().endpoint()
                        .orElseGet(() -> URI.create("https://iam." + settings.region() + ".myhuaweicloud.com")),
                        PREFIX + "iam.endpoint");
                HuaweiIam iam = new HuaweiIam(client(HuaweiIamApi.class, endpoint, policy), settings, json, clock);
                Credentials<String> passwords = factory.of(HuaweiProvider.NAME, PREFIX,
                        Map.of("iam.password", settings.iam().password()), secrets -> secrets.get("iam.password"));
                HuaweiTokens tokens = new HuaweiTokens(() -> passwords.use(iam::fetch), clock);
                // a new token is fetched by itself, and a new password for it
                yield credentials(Map.of(), none -> new HuaweiAuthentication.IamUser(tokens, projectId));
            }
        };
    }

    private Credentials<HuaweiAuthentication> credentials(Map<String, Optional<String>> secrets,
            Function<Map<String, String>, HuaweiAuthentication> make) {
        return factory.of(HuaweiProvider.NAME, PREFIX, secrets, make);
    }

    private <T> T client(Class<T> api, Endpoint endpoint, CallPolicy policy) {
        return clients.builder(HuaweiProvider.NAME, endpoint.uri(), policy)
                .property(QuarkusRestClientProperties.MAX_HEADER_SIZE, MAX_HEADER_BYTES).build(api);
    }

    /** The ways of authentication. */
    enum Way {
        KEY_PAIR,
        FIXED_TOKEN,
        IAM_USER;

        /**
         * @throws ConfigurationException where the settings name none, half of one, or several; the message names the keys
         */
        static Way of(HuaweiSettings settings) {
            List<Way> ways = new ArrayList<>();
            if (complete("key pair", Map.of(ACCESS_KEY, settings.accessKey(), SECRET_KEY, settings.secretKey()))) {
                ways.add(KEY_PAIR);
            }
            if (settings.token().isPresent()) {
                ways.add(FIXED_TOKEN);
            }
            HuaweiSettings.Iam iam = settings.iam();
            if (complete("IAM user",
                    Map.of("iam.domain", iam.domain(), "iam.username", iam.username(), "iam.password", iam.password()))) {
                ways.add(IAM_USER);
            }
            if (ways.size() != 1) {
                throw new ConfigurationException((ways.isEmpty() ? "Huawei Cloud needs credentials"
                        : "Huawei Cloud needs one way of authentication, not " + ways.size())
                        + ": set " + PREFIX + "access-key and " + PREFIX + "secret-key, or " + PREFIX + "token, or " + PREFIX
                        + "iam.domain, " + PREFIX + "iam.username and " + PREFIX + "iam.password");
            }
            if (ways.get(0) != IAM_USER && settings.projectId().isEmpty()) {
                throw new ConfigurationException(PREFIX + "project-id is missing");
            }
            return ways.get(0);
        }

        /** False where none of the keys is set, true where all are. */
        private static boolean complete(String what, Map<String, Optional<String>> values) {
            List<String> missing = values.entrySet().stream().filter(key -> key.getValue().isEmpty()).map(Map.Entry::getKey)
                    .map(PREFIX::concat).sorted().toList();
            if (!missing.isEmpty() && missing.size() < values.size()) {
                throw new ConfigurationException(
                        "Huawei Cloud's " + what + " is incomplete: " + String.join(" and ", missing) + " missing");
            }
            return missing.isEmpty();
        }
    }
}
