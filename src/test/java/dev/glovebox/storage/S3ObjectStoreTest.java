package dev.glovebox.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;

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
        client = server.client(new WithoutExpectation());
        client.createBucket(request -> request.bucket("contract"));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Override
    ObjectStore store() {
        return new S3ObjectStore(() -> client, false);
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
    void failuresDoNotNameTheObject() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> wait(store().get(new ObjectName("no-such-bucket", "京A12345.jpg", null), 100)))
                .withMessageNotContaining("no-such-bucket").withMessageNotContaining("京A12345");
    }

    @Test
    void unreachableStoreIsReported() {
        try (S3ProxyServer gone = new S3ProxyServer(); S3Client unreachable = gone.client()) {
            gone.close();
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(
                            () -> wait(new S3ObjectStore(() -> unreachable, true).etag(new ObjectName("bucket", "key", null))))
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

    /** The answers: to the conditional write, the check and the plain write of one call, and to the check of the next. */
    @Test
    void status501FallsBackToACheckBeforeTheWrite() {
        try (ScriptedServer answers = new ScriptedServer(); S3Client other = client(answers)) {
            answers.answer(501, "").answer(404, "").answer(200, Map.of("ETag", "\"one\""), "").answer(200,
                    Map.of("ETag", "\"one\""), "");
            S3ObjectStore store = new S3ObjectStore(() -> other, true);
            ObjectName name = new ObjectName("bucket", "a.jpg.vin.json", null);

            assertThat(wait(store.create(name, bytes("claim")))).isEqualTo("one");
            assertThatExceptionOfType(StorageException.Conflict.class)
                    .isThrownBy(() -> wait(store.create(name, bytes("another"))));

            assertThat(answers.requests()).extracting(ScriptedServer.Request::method).containsExactly("PUT", "HEAD", "PUT",
                    "HEAD");
            assertThat(answers.requests().get(0).headers().getFirst("If-None-Match")).isEqualTo("*");
            assertThat(answers.requests().get(2).headers().containsKey("If-None-Match")).isFalse();
        }
    }

    @Test
    void probeDetectsAStoreThatIgnoresConditions() {
        try (ScriptedServer answers = new ScriptedServer(); S3Client other = client(answers)) {
            answers.answer(200, Map.of("ETag", "\"one\""), "").answer(200, Map.of("ETag", "\"two\""), "").answer(200,
                    Map.of("ETag", "\"two\""), "");
            S3ObjectStore store = new S3ObjectStore(() -> other, false);
            ObjectName name = new ObjectName("bucket", "a.jpg.vin.json", null);

            assertThat(wait(store.create(name, bytes("claim")))).as("the tag of the probe, which replaced the object")
                    .isEqualTo("two");
            assertThatExceptionOfType(StorageException.Conflict.class)
                    .isThrownBy(() -> wait(store.create(name, bytes("another"))));

            assertThat(answers.requests()).extracting(ScriptedServer.Request::method).containsExactly("PUT", "PUT", "HEAD");
            assertThat(answers.requests().get(1).headers().getFirst("If-None-Match")).isEqualTo("*");
        }
    }

    @Test
    void everyRequestCarriesTheTraceHeaders() {
        Map<String, String> trace = Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1");
        try (ScriptedServer answers = new ScriptedServer(); S3Client other = client(answers)) {
            for (int i = 0; i < 6; i++) {
                answers.answer(200, Map.of("ETag", "\"one\""), "");
            }
            ObjectStore store = new S3ObjectStore(() -> other, true).tracedBy(trace);
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
