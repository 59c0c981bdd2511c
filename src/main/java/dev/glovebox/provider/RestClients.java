package dev.glovebox.provider;

import java.net.URI;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderResolver;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

import dev.glovebox.document.DocumentType;
import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;

/**
 * REST clients for providers, which are not known before the settings are read.
 *
 * <p>
 * An API is an interface with {@code @Path}, and not registered: each registered client has forty settings, looked for in every
 * cold start.
 */
@ApplicationScoped
public class RestClients {

    /** Answers have a few thousand bytes; the rest of a larger one is not worth its memory. */
    static final int MAX_ANSWER_BYTES = 2 * 1024 * 1024;
    private static final int OPERATIONS = DocumentType.values().length;

    private final TlsConfigurationRegistry tls;

    RestClients(TlsConfigurationRegistry tls) {
        this.tls = tls;
    }

    /**
     * A client to be built. Every status comes back as an answer: its body says more than the exception that it would become.
     * An answer longer than {@value #MAX_ANSWER_BYTES} bytes ends the call with a failure. Trusted are the authorities of
     * {@code quarkus.tls.trust-store}, where it is set.
     *
     * @param provider whose failure a longer answer is
     */
    public RestClientBuilder builder(String provider, URI endpoint, CallPolicy policy) {
        // past RestClientBuilder.newBuilder(), which looks through the class path for listeners that nobody has
        RestClientBuilderImpl builder = (RestClientBuilderImpl) RestClientBuilderResolver.instance().newBuilder();
        builder.httpClientRequestCustomizer(request -> request.response()
                .onSuccess(answer -> answer.handler(new LengthLimit(request, provider))));
        builder.baseUri(endpoint).property("microprofile.rest.client.disable.default.mapper", true)
                // one pool for all operations: none waits in it, where the time for its call would run
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, policy.concurrency() * OPERATIONS)
                .connectTimeout(policy.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(policy.timeout().toMillis(), TimeUnit.MILLISECONDS);
        KeyStore trusted = tls.getDefault().map(TlsConfiguration::getTrustStore).orElse(null);
        return trusted == null ? builder : builder.trustStore(trusted);
    }

    /** Counts an answer's bytes beside the client, which would gather any number of them. */
    private static final class LengthLimit implements Handler<Buffer> {

        private final HttpClientRequest request;
        private final String provider;
        private long length;

        LengthLimit(HttpClientRequest request, String provider) {
            this.request = request;
            this.provider = provider;
        }

        @Override
        public void handle(Buffer part) {
            length += part.length();
            if (length > MAX_ANSWER_BYTES) {
                request.reset(0, WireFailures.ofContent("The provider's answer is longer than any that it gives", provider)
                        .toException());
            }
        }
    }
}
