package dev.glovebox.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import dev.glovebox.async.WorkerLimit;
import io.smallrye.mutiny.Uni;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.utils.DateUtils;

/**
 * Single requests to S3.
 *
 * <p>
 * Thread-safe. Each request starts when subscribed to, on a worker thread, and ends there; cancellation does not stop it. It
 * fails as {@link S3Failures} describes.
 */
final class S3Requests implements StoreRequests {

    private static final String JSON = "application/json";
    /** The user metadata that marks our objects. */
    private static final String MARK = "glovebox";
    private static final int MAX_RESENDS = 2;

    private final Supplier<S3Client> s3;
    /** Null if there are no headers to send. */
    private final AwsRequestOverrideConfiguration headers;
    private final WorkerLimit calls;

    /** @param s3 returns the client when it is first needed; building it is most of the cost of S3 in a cold start */
    S3Requests(Supplier<S3Client> s3) {
        this(s3, null, StoreCalls.limit());
    }

    private S3Requests(Supplier<S3Client> s3, AwsRequestOverrideConfiguration headers, WorkerLimit calls) {
        this.s3 = s3;
        this.headers = headers;
        this.calls = calls;
    }

    @Override
    public StoreRequests withHeaders(Map<String, String> newHeaders) {
        AwsRequestOverrideConfiguration.Builder override = AwsRequestOverrideConfiguration.builder();
        newHeaders.forEach(override::putHeader);
        return new S3Requests(s3, override.build(), calls);
    }

    @Override
    public Uni<ObjectContent> get(ObjectName name, long maxBytes, LongConsumer sizeListener) {
        return onWorker(name, () -> s3.get().getObject(
                request -> request.bucket(name.bucket()).key(name.key()).versionId(name.versionId())
                        .overrideConfiguration(headers),
                ResponseTransformer.unmanaged((response, body) -> {
                    try {
                        return content(response, body, maxBytes, sizeListener);
                    } catch (StorageException.TooLarge large) {
                        // closes the connection instead of reading all bytes
                        body.abort();
                        throw large;
                    } finally {
                        body.close();
                    }
                })));
    }

    private static ObjectContent content(GetObjectResponse response, InputStream body, long maxBytes, LongConsumer sizeListener)
            throws IOException {
        String etag = unquote(response.eTag());
        Long length = response.contentLength();
        if (length != null && length > maxBytes) {
            throw new StorageException.TooLarge(length, maxBytes, etag, response.versionId());
        }
        if (length != null) {
            sizeListener.accept(length);
        }
        byte[] bytes = length == null ? readChunks(body, maxBytes) : readExactly(body, length);
        if (bytes.length > maxBytes) {
            throw new StorageException.TooLarge(null, maxBytes, etag, response.versionId());
        }
        return new ObjectContent(bytes, etag, response.versionId(), age(response));
    }

    /** Reads into an array of the right size, so that memory holds the image once. */
    private static byte[] readExactly(InputStream body, long length) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(length)];
        if (body.readNBytes(bytes, 0, bytes.length) < bytes.length) {
            throw new StorageException("The store sent fewer bytes than it announced");
        }
        return bytes;
    }

    /** Reads an answer without a length, and at most one byte more than the limit. */
    private static byte[] readChunks(InputStream body, long maxBytes) throws IOException {
        return body.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE));
    }

    /** Both times are the store's: the clocks of the instances may differ. */
    private static Duration age(GetObjectResponse response) {
        return response.lastModified() == null ? null
                : response.sdkHttpResponse().firstMatchingHeader("Date")
                        .flatMap(S3Requests::parseDate).map(date -> Duration.between(response.lastModified(), date))
                        .orElse(null);
    }

    private static Optional<Instant> parseDate(String date) {
        try {
            return Optional.of(DateUtils.parseRfc822Date(date));
        } catch (DateTimeException | IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    @Override
    public Uni<String> etag(ObjectName name) {
        return head(name).map(Head::etag);
    }

    @Override
    public Uni<Boolean> isMarked(ObjectName name) {
        return head(name).map(object -> object.metadata().containsKey(MARK));
    }

    private record Head(String etag, Map<String, String> metadata) {
    }

    /** An answer to HEAD has no body, so its 404 does not say what is missing. A GET of the first byte does. */
    private Uni<Head> head(ObjectName name) {
        return onWorker(name, () -> {
            try {
                HeadObjectResponse object = s3.get().headObject(request -> request.bucket(name.bucket()).key(name.key())
                        .versionId(name.versionId()).overrideConfiguration(headers));
                return new Head(unquote(object.eTag()), object.metadata());
            } catch (S3Exception answer) {
                if (answer.statusCode() != 404) {
                    throw answer;
                }
                GetObjectResponse object = s3.get().getObject(request -> request.bucket(name.bucket()).key(name.key())
                        .versionId(name.versionId()).range("bytes=0-0").overrideConfiguration(headers),
                        ResponseTransformer.<GetObjectResponse> toBytes()).response();
                return new Head(unquote(object.eTag()), object.metadata());
            }
        });
    }

    @Override
    public Uni<String> put(ObjectName name, byte[] json) {
        return put(name, json, PutObjectRequest.builder());
    }

    @Override
    public Uni<String> putIfAbsent(ObjectName name, byte[] json) {
        return put(name, json, PutObjectRequest.builder().ifNoneMatch("*"));
    }

    @Override
    public Uni<String> putIfMatch(ObjectName name, byte[] json, String ifMatch) {
        return put(name, json, PutObjectRequest.builder().ifMatch(ifMatch));
    }

    private Uni<String> put(ObjectName name, byte[] json, PutObjectRequest.Builder request) {
        Uni<String> written = onWorker(name, () -> unquote(s3.get().putObject(
                request.bucket(name.bucket()).key(name.key()).contentType(JSON).metadata(Map.of(MARK, "result"))
                        .overrideConfiguration(headers).build(),
                RequestBody.fromBytes(json)).eTag()));
        // the header ETag of the answer is optional
        return written.flatMap(etag -> etag == null ? etag(name) : Uni.createFrom().item(etag));
    }

    @Override
    public Uni<Void> delete(ObjectName name) {
        return delete(name, DeleteObjectRequest.builder());
    }

    @Override
    public Uni<Void> deleteIfMatch(ObjectName name, String ifMatch) {
        return delete(name, DeleteObjectRequest.builder().ifMatch(ifMatch));
    }

    private Uni<Void> delete(ObjectName name, DeleteObjectRequest.Builder request) {
        return onWorker(name, () -> {
            s3.get().deleteObject(request.bucket(name.bucket()).key(name.key()).overrideConfiguration(headers).build());
            return null;
        });
    }

    private <T> Uni<T> onWorker(ObjectName name, Supplier<T> request) {
        return calls.run(request)
                // the SDK neither retries nor wraps a connection that breaks while it sends a body
                .onFailure(UncheckedIOException.class).retry().atMost(MAX_RESENDS)
                .onFailure(S3Failures::isMappable).transform(failure -> S3Failures.map(failure, name.bucket()));
    }

    private static String unquote(String etag) {
        return etag == null ? null : etag.replace("\"", "");
    }
}
