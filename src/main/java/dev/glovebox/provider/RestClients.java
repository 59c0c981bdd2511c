package dev.glovebox.provider;

import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderResolver;

import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;

/**
 * REST clients for providers, which are not known before the settings are read.
 *
 * <p>
 * An API is an interface with {@code @Path}, and not registered: each registered client has forty settings, looked for in every
 * cold start.
 */
@ApplicationScoped
public class RestClients {

    private final TlsConfigurationRegistry tls;

    RestClients(TlsConfigurationRegistry tls) {
        this.tls = tls;
    }

    /**
     * A client to be built. Every status comes back as an answer: its body says more than the exception that it would become.
     * Trusted are the authorities of {@code quarkus.tls.trust-store}, where it is set.
     */
    public RestClientBuilder builder(URI endpoint, Duration timeout) {
        // past RestClientBuilder.newBuilder(), which looks through the class path for listeners that nobody has
        RestClientBuilder builder = RestClientBuilderResolver.instance().newBuilder().baseUri(endpoint)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        KeyStore trusted = tls.getDefault().map(TlsConfiguration::getTrustStore).orElse(null);
        return trusted == null ? builder : builder.trustStore(trusted);
    }
}
