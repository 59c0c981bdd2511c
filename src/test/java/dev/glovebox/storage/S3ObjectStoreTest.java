package dev.glovebox.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.glovebox.testing.S3ProxyServer;
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
    void shouldKnowItsOwnWriteAgainWhoseAnswerWasLost() {
        ObjectName name = new ObjectName("contract", "lost.json", null);
        String etag = wait(store().create(name, bytes("mine")));

        assertThat(wait(store().create(name, bytes("mine")))).isEqualTo(etag);
        String replaced = wait(store().replace(name, bytes("next"), etag));
        assertThat(wait(store().replace(name, bytes("next"), etag))).isEqualTo(replaced);
        assertThatExceptionOfType(StorageException.Conflict.class)
                .isThrownBy(() -> wait(store().create(name, bytes("other"))));
    }

    @Test
    void shouldNotNameTheObjectInAFailure() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> wait(store().get(new ObjectName("no-such-bucket", "京A12345.jpg", null), 100)))
                .withMessageNotContaining("no-such-bucket").withMessageNotContaining("京A12345");
    }

    @Test
    void shouldTellAStoreThatCannotBeReached() {
        try (S3ProxyServer gone = new S3ProxyServer(); S3Client unreachable = gone.client()) {
            gone.close();
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(
                            () -> wait(new S3ObjectStore(() -> unreachable, true).etag(new ObjectName("bucket", "key", null))))
                    .withMessage("The store cannot be reached");
        }
    }
}
