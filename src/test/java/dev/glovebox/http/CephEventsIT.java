package dev.glovebox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.glovebox.testing.CephGateway;
import dev.glovebox.testing.Images;
import dev.glovebox.testing.Packaged;
import dev.glovebox.testing.PaidProvider;
import dev.glovebox.testing.StoreEndpoint;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A Ceph RADOS Gateway posts its own notifications to a packaged server. */
class CephEventsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KEYS = List.of("a+b c.jpg", "50%25 off.jpg", "行驶证/粤B 1%2F2.jpg", "x%.jpg", "plain.jpg");
    private static final String MULTIPART_KEY = "parts/车 1+1.jpg";
    private static final Duration TIME_LIMIT = Duration.ofSeconds(90);

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void eachUploadHasOneResultAndOnePaidCall(boolean versioned) throws Exception {
        StoreEndpoint store = CephGateway.endpoint();
        String bucket = "events-" + UUID.randomUUID();
        try (PaidProvider provider = new PaidProvider(0); S3Client s3 = store.client()) {
            s3.createBucket(request -> request.bucket(bucket));
            if (versioned) {
                s3.putBucketVersioning(request -> request.bucket(bucket)
                        .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
            }
            Map<String, String> environment = new HashMap<>(provider.environment());
            environment.putAll(store.environment());
            environment.put("GLOVEBOX_STORAGE_BUCKETS", bucket);
            Process server = Packaged.start(environment);
            try (BufferedReader log = Packaged.output(server)) {
                URI target = URI.create("http://127.0.0.1:" + Packaged.port(log) + "/vin");
                String topic = CephGateway.createTopic(store, bucket, target);
                s3.putBucketNotificationConfiguration(request -> request.bucket(bucket).notificationConfiguration(
                        notifications -> notifications.topicConfigurations(configuration -> configuration.id("uploads")
                                .topicArn(topic).events(Event.S3_OBJECT_CREATED))));
                long start = System.nanoTime();
                KEYS.forEach(key -> s3.putObject(request -> request.bucket(bucket).key(key),
                        RequestBody.fromBytes(Images.blank("jpg", 60, 40))));
                uploadInParts(s3, bucket);

                for (String key : KEYS) {
                    awaitResult(s3, bucket, key);
                }
                awaitResult(s3, bucket, MULTIPART_KEY);
                System.out.printf("Ceph, versioned %s: %d paid calls, %d s%n", versioned, provider.paid(),
                        (System.nanoTime() - start) / 1_000_000_000);
            }
            assertThat(provider.paid()).isEqualTo(KEYS.size() + 1);
        }
    }

    private static void uploadInParts(S3Client s3, String bucket) {
        String upload = s3.createMultipartUpload(request -> request.bucket(bucket).key(MULTIPART_KEY)).uploadId();
        String etag = s3.uploadPart(request -> request.bucket(bucket).key(MULTIPART_KEY).uploadId(upload).partNumber(1),
                RequestBody.fromBytes(Images.blank("jpg", 80, 40))).eTag();
        s3.completeMultipartUpload(request -> request.bucket(bucket).key(MULTIPART_KEY).uploadId(upload).multipartUpload(
                parts -> parts.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));
    }

    private static void awaitResult(S3Client s3, String bucket, String key) throws Exception {
        Semaphore never = new Semaphore(0);
        long end = System.nanoTime() + TIME_LIMIT.toNanos();
        String status = "none";
        while (!status.equals("succeeded") && System.nanoTime() < end) {
            never.tryAcquire(200, TimeUnit.MILLISECONDS);
            try {
                status = JSON.readTree(s3.getObjectAsBytes(request -> request.bucket(bucket).key(key + ".vin.json"))
                        .asByteArray()).path("status").asText();
            } catch (NoSuchKeyException notYet) {
                status = "none";
            }
        }
        assertThat(status).as("status of the result of %s", key).isEqualTo("succeeded");
    }
}
