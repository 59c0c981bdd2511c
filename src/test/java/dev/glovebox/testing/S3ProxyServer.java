package dev.glovebox.testing;

import java.net.URI;

import org.gaul.s3proxy.junit.S3ProxyExtension;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** An S3 server in this process. It verifies signatures and supports conditional writes. */
public final class S3ProxyServer implements AutoCloseable {

    public static final String ACCESS_KEY = "test-access";
    public static final String SECRET_KEY = "test-secret";
    public static final String REGION = "us-east-1";

    private final S3ProxyExtension server = S3ProxyExtension.builder().withCredentials(ACCESS_KEY, SECRET_KEY)
            .withBlobStoreProvider("transient-nio2").build();

    public S3ProxyServer() {
        try {
            server.beforeEach(null);
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not start", e);
        }
    }

    public URI url() {
        return server.getUri();
    }

    public StoreEndpoint endpoint() {
        return new StoreEndpoint(url(), ACCESS_KEY, SECRET_KEY);
    }

    /** Returns a client for tests. It validates every result that it reads. */
    public S3Client client() {
        return client(new ValidatedResults());
    }

    /** Returns a client with that interceptor. */
    public S3Client client(ExecutionInterceptor interceptor) {
        return builder().overrideConfiguration(client -> client.addExecutionInterceptor(interceptor)).build();
    }

    private S3ClientBuilder builder() {
        return S3Client.builder().endpointOverride(url()).region(Region.of(REGION)).forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)));
    }

    @Override
    public void close() {
        server.afterEach(null);
    }
}
