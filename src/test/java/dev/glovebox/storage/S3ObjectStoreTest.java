package dev.glovebox.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.glovebox.testing.S3ProxyServer;
import dev.glovebox.testing.ScriptedServer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class S3ObjectStoreTest extends ObjectStoreContract {

    private static S3ProxyServer server;
    private static S3Client client;

    @BeforeAll
    static void start() {
        server = new S3ProxyServer();
        client = server.endpoint().client();
        client.createBucket(request -> request.bucket("contract"));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Override
    ObjectStore store() {
        return S3ObjectStore.ofEndpoint(new S3Requests(() -> client), server.url().toString(), InstantSource.system(),
                () -> UUID.randomUUID().toString());
    }

    @Override
    String bucket() {
        return "contract";
    }

    @Test
    void repeatedWriteAfterALostAnswerSucceeds() {
        ObjectName name = new ObjectName("contract", "lost.json", null);
        String etag = wait(store().create(name, bytes("mine")));

        assertThat(wait(store().create(name, bytes("mine")))).isEqualTo(etag);
        String replaced = wait(store().replace(name, bytes("next"), etag));
        assertThat(wait(store().replace(name, bytes("next"), etag))).isEqualTo(replaced);
        assertThatExceptionOfType(StorageException.Conflict.class)
                .isThrownBy(() -> wait(store().create(name, bytes("other"))));
    }

    @Test
    void missingBucketIsNamedAndNotTheObject() {
        ObjectName name = new ObjectName("no-such-bucket", "京A12345.jpg", null);

        assertThatExceptionOfType(StorageException.NoSuchBucket.class).isThrownBy(() -> wait(store().get(name, 100)))
                .withMessage("The bucket no-such-bucket does not exist");
        assertThatExceptionOfType(StorageException.NoSuchBucket.class).isThrownBy(() -> wait(store().etag(name)));
        assertThatExceptionOfType(StorageException.NoSuchBucket.class)
                .isThrownBy(() -> wait(store().put(name, bytes("one"))));
        assertThatExceptionOfType(StorageException.NoSuchBucket.class)
                .isThrownBy(() -> wait(store().supportsConditions(name.bucket())));
    }

    @Test
    void unreachableStoreIsReported() {
        try (S3ProxyServer gone = new S3ProxyServer(); S3Client unreachable = gone.client()) {
            gone.close();
            ObjectStore store = S3ObjectStore.ofAws(new S3Requests(() -> unreachable));
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> wait(store.etag(new ObjectName("bucket", "key", null))))
                    .withMessage("The store cannot be reached");
        }
    }

    @Test
    void copyOfAWrittenObjectIsMarked() {
        ObjectName written = new ObjectName("contract", "mark.jpg.vin.json", null);
        ObjectName copy = new ObjectName("contract", "copy/mark.json", null);
        ObjectName other = new ObjectName("contract", "mark/other.json", null);
        wait(store().create(written, bytes("mine")));
        client.copyObject(request -> request.sourceBucket("contract").sourceKey(written.key()).destinationBucket("contract")
                .destinationKey(copy.key()));
        client.putObject(request -> request.bucket("contract").key(other.key()), RequestBody.fromString("foreign"));

        assertThat(wait(store().isMarked(copy))).isTrue();
        assertThat(wait(store().isMarked(other))).isFalse();
    }

    @Test
    void everyRequestCarriesTheTraceHeaders() {
        Map<String, String> trace = Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1");
        try (ScriptedServer answers = new ScriptedServer(); S3Client other = client(answers)) {
            for (int i = 0; i < 6; i++) {
                answers.answer(200, Map.of("ETag", "\"one\""), "");
            }
            ObjectStore store = S3ObjectStore.ofAws(new S3Requests(() -> other)).tracedBy(trace);
            ObjectName name = new ObjectName("bucket", "a.jpg", null);

            wait(store.get(name, 100));
            wait(store.create(name, bytes("claim")));
            wait(store.replace(name, bytes("result"), "one"));
            wait(store.remove(name, "one"));
            wait(store.isMarked(name));

            assertThat(answers.requests()).hasSize(6).allSatisfy(request -> {
                assertThat(request.headers().getFirst("traceparent")).isEqualTo(trace.get("traceparent"));
                assertThat(request.headers().getFirst("X-Amzn-Trace-Id")).isEqualTo(trace.get("X-Amzn-Trace-Id"));
                assertThat(request.headers().getFirst("Authorization")).as("not signed, since proxies may change it")
                        .doesNotContain("x-amzn-trace-id");
            });
        }
    }

    private static S3Client client(ScriptedServer server) {
        return S3Client.builder().endpointOverride(server.url()).forcePathStyle(true).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "s")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(override -> override.retryStrategy(retry -> retry.maxAttempts(1))
                        .addExecutionInterceptor(new WithoutExpectation()))
                .build();
    }
}
