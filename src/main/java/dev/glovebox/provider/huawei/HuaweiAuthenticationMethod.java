package dev.glovebox.provider.huawei;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.glovebox.provider.ProviderContext;
import dev.glovebox.provider.Setting;
import io.quarkus.runtime.configuration.ConfigurationException;

/** The methods of authentication. The settings choose one of them. */
enum HuaweiAuthenticationMethod {
    /** Each call is signed with an access key and a secret key. */
    KEY_PAIR,
    /** Each call carries a token that an operator renews. */
    FIXED_TOKEN,
    /** Each call carries a token of an IAM user, which this function fetches and renews. */
    IAM_USER;

    static final String ACCESS_KEY = "access-key";
    static final String SECRET_KEY = "secret-key";
    static final String SECURITY_TOKEN = "security-token";
    static final String TOKEN = "token";
    static final String IAM_PASSWORD = "iam.password";

    private static final String IAM_DOMAIN = "iam.domain";
    private static final String IAM_USERNAME = "iam.username";

    /**
     * Returns the method that the settings choose.
     *
     * @throws ConfigurationException if the settings choose no method, several, or only a part of one; the message names the
     *         keys
     */
    static HuaweiAuthenticationMethod of(HuaweiSettings settings, ProviderContext context) {
        List<HuaweiAuthenticationMethod> methods = new ArrayList<>();
        if (isComplete("key pair", Map.of(ACCESS_KEY, settings.accessKey(), SECRET_KEY, settings.secretKey()), context)) {
            methods.add(KEY_PAIR);
        }
        if (settings.token().isPresent()) {
            methods.add(FIXED_TOKEN);
        }
        HuaweiSettings.Iam iam = settings.iam();
        if (isComplete("IAM user", Map.of(IAM_DOMAIN, iam.domain(), IAM_USERNAME, iam.username(), IAM_PASSWORD, iam.password()),
                context)) {
            methods.add(IAM_USER);
        }
        if (methods.size() != 1) {
            throw new ConfigurationException((methods.isEmpty() ? "Huawei Cloud needs credentials"
                    : "Huawei Cloud needs one way of authentication, not " + methods.size())
                    + ": set " + context.key(ACCESS_KEY) + " and " + context.key(SECRET_KEY) + ", or " + context.key(TOKEN)
                    + ", or " + context.key(IAM_DOMAIN) + ", " + context.key(IAM_USERNAME) + " and "
                    + context.key(IAM_PASSWORD));
        }
        HuaweiAuthenticationMethod method = methods.getFirst();
        if (method == IAM_USER) {
            Setting.required(iam.domain(), context.key(IAM_DOMAIN));
            Setting.required(iam.username(), context.key(IAM_USERNAME));
        } else {
            Setting.required(settings.projectId(), context.key("project-id"));
        }
        return method;
    }

    /** Returns true if all keys have a value, false if none has one, and fails otherwise. */
    private static boolean isComplete(String name, Map<String, Optional<String>> values, ProviderContext context) {
        List<String> missing = values.entrySet().stream().filter(entry -> entry.getValue().isEmpty())
                .map(entry -> context.key(entry.getKey())).sorted().toList();
        if (!missing.isEmpty() && missing.size() < values.size()) {
            throw new ConfigurationException(
                    "Huawei Cloud's " + name + " is incomplete: " + String.join(" and ", missing) + " missing");
        }
        return missing.isEmpty();
    }
}
