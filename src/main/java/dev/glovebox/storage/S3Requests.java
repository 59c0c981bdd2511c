package dev.glovebox.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Single requests to S3.
 *
 * <p>
 * Thread-safe. Each request starts when subscribed to, on a worker thread, and ends there; cancellation does not stop it. It
 * fails as {@link S3Failures} describes.
 */
final class S3Requests {

    private static final String JSON = "application/json";
    /** The user metadata that marks our objects. */
    private static final String MARK = "glovebox";
    private static final int MAX_RESENDS = 2;

    private final Supplier<S3Client> s3;
    /** Null if there are no headers to send. */
    private final AwsRequestOverrideConfiguration headers;

    /** @param s3 returns the client when it is first needed; building it is most of the cost of S3 in a cold start */
    S3Requests(Supplier<S3Client> s3) {
        this(s3, null);
    }

    private S3Requests(Supplier<S3Client> s3, AwsRequestOverrideConfiguration headers) {
        this.s3 = s3;
        this.headers = headers;
    }

    /** Returns the same requests with these headers instead of the present ones. */
    S3Requests withHeaders(Map<String, String> newHeaders) {
        AwsRequestOverrideConfiguration.Builder override = AwsRequestOverrideConfiguration.builder();
        newHeaders.forEach(override::putHeader);
        return new S3Requests(s3, override.build());
    }

    Uni<ObjectContent> get(ObjectName name, long maxBytes) {
        return onWorker(() -> s3.get().getObject(
                request -> request.bucket(name.bucket()).key(name.key()).versionId(name.versionId())
                        .overrideConfiguration(headers),
                ResponseTransformer.unmanaged((response, body) -> {
                    if (response.contentLength() > maxBytes) {
                        // closes the connection instead of reading all bytes
                        body.abort();
                        throw new StorageException.TooLarge(response.contentLength(), maxBytes, unquote(response.eTag()),
                                response.versionId());
                    }
                    try (body) {
                        return content(response, body);
                    }
                })));
    }

    /** Reads into an array of the right size, so that memory holds the image once. */
    private static ObjectContent content(GetObjectResponse response, InputStream body) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(response.contentLength())];
        if (body.readNBytes(bytes, 0, bytes.length) < bytes.length) {
            throw new StorageException("The store sent fewer bytes than it announced");
        }
        return new ObjectContent(bytes, unquote(response.eTag()), response.versionId());
    }

    Uni<String> etag(ObjectName name) {
        return head(name).map(object -> unquote(object.eTag()));
    }

    Uni<Boolean> isMarked(ObjectName name) {
        return head(name).map(object -> object.metadata().containsKey(MARK));
    }

    private Uni<HeadObjectResponse> head(ObjectName name) {
        return onWorker(() -> s3.get().headObject(request -> request.bucket(name.bucket()).key(name.key())
                .versionId(name.versionId()).overrideConfiguration(headers)));
    }

    Uni<String> put(ObjectName name, byte[] json) {
        return put(name, json, PutObjectRequest.builder());
    }

    Uni<String> putIfAbsent(ObjectName name, byte[] json) {
        return put(name, json, PutObjectRequest.builder().ifNoneMatch("*"));
    }

    Uni<String> putIfMatch(ObjectName name, byte[] json, String etag) {
        return put(name, json, PutObjectRequest.builder().ifMatch(quote(etag)));
    }

    private Uni<String> put(ObjectName name, byte[] json, PutObjectRequest.Builder request) {
        return onWorker(() -> unquote(s3.get().putObject(
                request.bucket(name.bucket()).key(name.key()).contentType(JSON).metadata(Map.of(MARK, "result"))
                        .overrideConfiguration(headers).build(),
                RequestBody.fromBytes(json)).eTag()));
    }

    Uni<Void> delete(ObjectName name) {
        return delete(name, DeleteObjectRequest.builder());
    }

    Uni<Void> deleteIfMatch(ObjectName name, String etag) {
        return delete(name, DeleteObjectRequest.builder().ifMatch(quote(etag)));
    }

    private Uni<Void> delete(ObjectName name, DeleteObjectRequest.Builder request) {
        return onWorker(() -> {
            s3.get().deleteObject(request.bucket(name.bucket()).key(name.key()).overrideConfiguration(headers).build());
            return null;
        });
    }

    private static <T> Uni<T> onWorker(Supplier<T> request) {
        return Uni.createFrom().item(request).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                // the SDK neither retries nor wraps a connection that breaks while it sends a body
                .onFailure(UncheckedIOException.class).retry().atMost(MAX_RESENDS)
                .onFailure(S3Failures::isMappable).transform(S3Failures::map);
    }

    private static String quote(String etag) {
        return "\"" + etag + "\"";
    }

    private static String unquote(String etag) {
        return etag == null ? null : etag.replace("\"", "");
    }
}
