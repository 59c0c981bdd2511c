package dev.glovebox.provider;

import java.net.URI;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

import dev.glovebox.document.DocumentType;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;

/**
 * Builds REST clients for providers. Their endpoints are known only after the settings are read.
 *
 * <p>
 * A client's interface has {@code @Path} but is not registered: Quarkus looks for forty settings of each registered client in
 * every cold start. Immutable.
 */
@ApplicationScoped
public class RestClients {

    /** Real answers have a few thousand bytes. The limit protects the memory. */
    static final int MAX_ANSWER_BYTES = 2 * 1024 * 1024;
    private static final int OPERATIONS = DocumentType.values().length;

    private final TlsConfigurationRegistry tls;

    RestClients(TlsConfigurationRegistry tls) {
        this.tls = tls;
    }

    /**
     * Returns a builder of a client. Its calls return every HTTP status as an answer, without an exception, since the body of
     * an error contains its code. An answer longer than {@value #MAX_ANSWER_BYTES} bytes fails the call. The client trusts
     * the authorities of {@code quarkus.tls.trust-store}, if it is set. The environment may name a proxy ({@link HttpProxy}).
     *
     * @param provider the provider's name, for failures
     */
    public QuarkusRestClientBuilder builder(String provider, URI endpoint, CallPolicy policy) {
        QuarkusRestClientBuilder builder = QuarkusRestClientBuilder.newBuilder()
                .httpClientRequestCustomizer(request -> request.response()
                        .onSuccess(answer -> answer.handler(new LengthLimit(request, provider))))
                .baseUri(endpoint).disableDefaultMapper(true)
                // one pool for all operations: none waits in it, where the time for its call would run
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, policy.concurrency() * OPERATIONS)
                .connectTimeout(policy.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(policy.timeout().toMillis(), TimeUnit.MILLISECONDS);
        HttpProxy.of(endpoint, System::getenv).ifPresent(proxy -> {
            builder.proxyAddress(proxy.host(), proxy.port());
            if (proxy.user() != null) {
                builder.proxyUser(proxy.user()).proxyPassword(proxy.password() == null ? "" : proxy.password());
            }
        });
        KeyStore trusted = tls.getDefault().map(TlsConfiguration::getTrustStore).orElse(null);
        return trusted == null ? builder : builder.trustStore(trusted);
    }

    /** Cuts off answers that are too long: the client itself would collect any number of bytes. */
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
                request.reset(0, WireFailures.ofContent("The provider's answer is too long", provider)
                        .toException());
            }
        }
    }
}
