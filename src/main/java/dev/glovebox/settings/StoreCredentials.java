package dev.glovebox.settings;

import java.util.Set;

import dev.glovebox.secret.SecretText;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;

/**
 * Trims the credentials of the store. The AWS SDK, which reads them from the configuration, does not trim all of them.
 * Registered
 * as a service. Stateless.
 */
public final class StoreCredentials implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "quarkus.s3.aws.credentials.static-provider.";

    /** The keys of the credentials. */
    static final Set<String> KEYS = Set.of(PREFIX + "access-key-id", PREFIX + "secret-access-key", PREFIX + "session-token");

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        // the prefix is compared first: every start looks up hundreds of other keys
        boolean isCredential = name.startsWith(PREFIX) && KEYS.contains(name);
        return !isCredential || value == null || value.getValue() == null ? value
                : value.withValue(SecretText.trim(value.getValue()));
    }
}
