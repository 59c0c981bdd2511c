package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.glovebox.testing.CephGateway;
import dev.glovebox.testing.FlakyFront;
import dev.glovebox.testing.PaidProvider;
import dev.glovebox.testing.S3Mock;
import dev.glovebox.testing.S3ProxyServer;
import dev.glovebox.testing.StoreEndpoint;
import dev.glovebox.testing.Storm;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** Two packaged servers share one store. Each image is paid for once, however often its event is delivered. */
class StormIT {

    private static final int CALLS_PER_FAILURE = 9;
    private static final int ANSWERS_PER_LOSS = 97;

    /** Answers of the store get lost, and some calls of the provider fail. */
    @Test
    void fiveHundredImagesInTwoThousandEventsArePaidForOnceEach() throws Exception {
        try (PaidProvider provider = new PaidProvider(CALLS_PER_FAILURE);
                S3ProxyServer store = new S3ProxyServer();
                S3Client s3 = store.endpoint().client();
                FlakyFront front = new FlakyFront(store.url(), ANSWERS_PER_LOSS)) {
            s3.createBucket(request -> request.bucket("storm"));
            StoreEndpoint flaky = new StoreEndpoint(front.url(), S3ProxyServer.ACCESS_KEY, S3ProxyServer.SECRET_KEY);

            new Storm(s3, "storm").upload(500, 4).deliver(environment(provider, flaky, "auto")).assertResults();

            assertThat(provider.failures()).as("injected failures of the provider").isPositive();
            assertThat(front.lost()).as("injected failures of the store").isPositive();
            assertThat(provider.paid()).as("paid calls").isEqualTo(500);
        }
    }

    /** A store that another team wrote. */
    enum Store {
        S3PROXY_READ_BACK(() -> new S3ProxyServer().endpoint(), false, "read-back", 210),
        /** The conditions of S3Mock are not atomic. */
        S3MOCK(S3Mock::start, false, "auto", 210),
        CEPH(CephGateway::endpoint, false, "auto", 200),
        CEPH_VERSIONED(CephGateway::endpoint, true, "auto", 210);

        private final Supplier<StoreEndpoint> endpoint;
        private final boolean versioned;
        private final String claim;
        private final int maxPaid;

        Store(Supplier<StoreEndpoint> endpoint, boolean versioned, String claim, int maxPaid) {
            this.endpoint = endpoint;
            this.versioned = versioned;
            this.claim = claim;
            this.maxPaid = maxPaid;
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoHundredImagesInThreeSimultaneousDeliveriesArePaidForOnce(Store store) throws Exception {
        StoreEndpoint endpoint = store.endpoint.get();
        String bucket = "storm-" + UUID.randomUUID();
        try (PaidProvider provider = new PaidProvider(0); S3Client s3 = endpoint.client()) {
            s3.createBucket(request -> request.bucket(bucket));
            if (store.versioned) {
                s3.putBucketVersioning(request -> request.bucket(bucket)
                        .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
            }
            long start = System.nanoTime();

            new Storm(s3, bucket).upload(200, 3).deliver(environment(provider, endpoint, store.claim)).assertResults();

            System.out.printf("%s: %d paid calls, %d s%n", store, provider.paid(), (System.nanoTime() - start) / 1_000_000_000);
            assertThat(provider.paid()).as("paid calls").isBetween(200, store.maxPaid);
        }
    }

    private static Map<String, String> environment(PaidProvider provider, StoreEndpoint store, String claim) {
        Map<String, String> environment = new HashMap<>(provider.environment());
        environment.putAll(store.environment());
        environment.put("GLOVEBOX_STORAGE_CLAIM", claim);
        environment.put("GLOVEBOX_TIMEOUT", "10s");
        environment.put("GLOVEBOX_STORAGE_CLAIM_TIMEOUT", "15s");
        return environment;
    }
}
