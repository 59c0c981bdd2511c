package dev.glovebox.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects in S3, or in a store that speaks its protocol: OBS, COS, MinIO, Ceph. */
final class S3ObjectStore implements ObjectStore {

    private static final String JSON = "application/json";
    /** User metadata of what is written here. */
    private static final String MARK = "glovebox";
    private static final int UNDERWAY_RETRIES = 5;
    private static final int SEND_RETRIES = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private static final Logger LOG = Logger.getLogger(S3ObjectStore.class);

    /** Another conditional write on the same key was under way: S3 asks to try again, and says nothing of who has won. */
    private static final class Underway extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Underway() {
            super("Another write was under way", null, false, false);
        }
    }

    /** The store does not know what was asked of it. */
    private static final class NotImplemented extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotImplemented() {
            super("The store answered with status 501", null, false, false);
        }
    }

    /** What was found out of the store. */
    private static final class Knowledge {

        private volatile boolean conditions = true;
        private volatile boolean probed;
    }

    private final Supplier<S3Client> s3;
    private final Knowledge known;
    /** Null where there are no headers to be sent. */
    private final AwsRequestOverrideConfiguration headers;

    /**
     * @param s3 gives the client when it is first needed: building it is most of what S3 costs a cold start
     * @param trusted true for S3 itself, whose conditions hold; of other stores that is found out, once, by a write
     */
    S3ObjectStore(Supplier<S3Client> s3, boolean trusted) {
        this(s3, new Knowledge(), null);
        known.probed = trusted;
    }

    private S3ObjectStore(Supplier<S3Client> s3, Knowledge known, AwsRequestOverrideConfiguration headers) {
        this.s3 = s3;
        this.known = known;
        this.headers = headers;
    }

    @Override
    public ObjectStore tracedBy(Map<String, String> trace) {
        if (trace.isEmpty()) {
            return this;
        }
        AwsRequestOverrideConfiguration.Builder carried = AwsRequestOverrideConfiguration.builder();
        trace.forEach(carried::putHeader);
        return new S3ObjectStore(s3, known, carried.build());
    }

    @Override
    public Uni<ObjectContent> get(ObjectName name, long maxBytes) {
        return onWorker(() -> s3.get().getObject(
                request -> request.bucket(name.bucket()).key(name.key()).versionId(name.versionId())
                        .overrideConfiguration(headers),
                ResponseTransformer.unmanaged((response, body) -> {
                    if (response.contentLength() > maxBytes) {
                        // not drained: the connection is given up rather than the bytes read
                        body.abort();
                        throw new StorageException.TooLarge(response.contentLength(), maxBytes, unquoted(response.eTag()),
                                response.versionId());
                    }
                    try (body) {
                        return content(response, body);
                    }
                })));
    }

    /** Into an array of just its size: an image is not held twice. */
    private static ObjectContent content(GetObjectResponse response, InputStream body) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(response.contentLength())];
        if (body.readNBytes(bytes, 0, bytes.length) < bytes.length) {
            throw new StorageException("The store sent fewer bytes than it announced");
        }
        return new ObjectContent(bytes, unquoted(response.eTag()), response.versionId());
    }

    @Override
    public Uni<String> etag(ObjectName name) {
        return head(name).map(object -> unquoted(object.eTag()));
    }

    @Override
    public Uni<Boolean> isMarked(ObjectName name) {
        return head(name).map(object -> object.metadata().containsKey(MARK));
    }

    private Uni<HeadObjectResponse> head(ObjectName name) {
        return onWorker(() -> s3.get()
                .headObject(request -> request.bucket(name.bucket()).key(name.key()).versionId(name.versionId())
                        .overrideConfiguration(headers)));
    }

    @Override
    public Uni<String> create(ObjectName name, byte[] json) {
        return conditional(name, json, null)
                .flatMap(etag -> known.probed ? Uni.createFrom().item(etag) : probe(name, json, etag));
    }

    @Override
    public Uni<String> replace(ObjectName name, byte[] json, String etag) {
        return conditional(name, json, etag);
    }

    @Override
    public Uni<String> put(ObjectName name, byte[] json) {
        return write(name, json, PutObjectRequest.builder())
                .onFailure(failure -> failure instanceof Underway || failure instanceof NotImplemented)
                .transform(failure -> new StorageException(failure.getMessage()));
    }

    /** @param expected the entity tag of what must be there; null where nothing must be */
    private Uni<String> conditional(ObjectName name, byte[] json, String expected) {
        if (!known.conditions) {
            return checked(name, json, expected);
        }
        PutObjectRequest.Builder request = PutObjectRequest.builder();
        return write(name, json, expected == null ? request.ifNoneMatch("*") : request.ifMatch(quoted(expected)))
                .onFailure(Underway.class).retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE).atMost(UNDERWAY_RETRIES)
                // to a condition on an object that is not there S3 answers that it is not there
                .onFailure(failure -> failure instanceof Underway || failure instanceof StorageException.NotFound)
                .transform(failure -> new StorageException.Conflict()).onFailure(StorageException.Conflict.class)
                .recoverWithUni(conflict -> unlessItIsOurs(name, json, conflict)).onFailure(NotImplemented.class)
                .recoverWithUni(() -> {
                    giveUpConditions("answers 501");
                    return checked(name, json, expected);
                });
    }

    /** As good as it gets without conditions: two writers at once may both find nothing in their way. */
    private Uni<String> checked(ObjectName name, byte[] json, String expected) {
        return etag(name).map(Optional::of).onFailure(StorageException.NotFound.class).recoverWithItem(Optional.empty())
                .flatMap(found -> found.equals(Optional.ofNullable(expected)) ? put(name, json)
                        : Uni.createFrom().failure(new StorageException.Conflict()));
    }

    /** Once, writes again what must not be there: a store that lets that pass heeds no conditions. */
    private Uni<String> probe(ObjectName name, byte[] json, String etag) {
        known.probed = true;
        byte[] other = Arrays.copyOf(json, json.length + 1);
        other[json.length] = ' ';
        return write(name, other, PutObjectRequest.builder().ifNoneMatch("*")).invoke(overwritten -> {
            if (known.conditions) {
                giveUpConditions("ignores them");
            }
        }).onFailure(StorageException.Conflict.class).recoverWithItem(etag).onFailure().recoverWithUni(() -> {
            // nothing was found out, and perhaps something written
            known.probed = false;
            return etag(name);
        });
    }

    private void giveUpConditions(String why) {
        known.conditions = false;
        LOG.warnf("The store knows no conditional writes (it %s): two deliveries of one upload at once may both be paid for",
                why);
    }

    /** A write whose answer was lost is sent again, and then finds its own bytes in its way. */
    private Uni<String> unlessItIsOurs(ObjectName name, byte[] json, Throwable conflict) {
        return get(name, json.length).onItemOrFailure().transformToUni((content, failure) -> failure == null
                && Arrays.equals(content.bytes(), json) ? Uni.createFrom().item(content.etag())
                        : Uni.createFrom().failure(conflict));
    }

    private Uni<String> write(ObjectName name, byte[] json, PutObjectRequest.Builder request) {
        return onWorker(() -> unquoted(
                s3.get().putObject(
                        request.bucket(name.bucket()).key(name.key()).contentType(JSON).metadata(Map.of(MARK, "result"))
                                .overrideConfiguration(headers).build(),
                        RequestBody.fromBytes(json)).eTag()));
    }

    @Override
    public Uni<Void> remove(ObjectName name, String etag) {
        // looked at first, for stores that do not heed a condition on a removal
        return etag(name).flatMap(current -> current.equals(etag) ? delete(name, etag) : Uni.createFrom().voidItem())
                .onFailure(Underway.class).retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE).atMost(UNDERWAY_RETRIES)
                .onFailure(Underway.class).transform(failure -> new StorageException("The store is busy with the object"))
                .onFailure(StorageException.NotFound.class).recoverWithNull()
                .onFailure(StorageException.Conflict.class).recoverWithNull();
    }

    private Uni<Void> delete(ObjectName name, String etag) {
        return known.conditions
                ? delete(name, DeleteObjectRequest.builder().ifMatch(quoted(etag))).onFailure(NotImplemented.class)
                        .recoverWithUni(() -> delete(name, DeleteObjectRequest.builder()))
                : delete(name, DeleteObjectRequest.builder());
    }

    private Uni<Void> delete(ObjectName name, DeleteObjectRequest.Builder request) {
        return onWorker(() -> {
            s3.get().deleteObject(request.bucket(name.bucket()).key(name.key()).overrideConfiguration(headers).build());
            return null;
        });
    }

    private static <T> Uni<T> onWorker(Supplier<T> call) {
        return Uni.createFrom().item(call).runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                // a connection that broke while a body was to be sent: the SDK neither repeats nor wraps that
                .onFailure(UncheckedIOException.class).retry().atMost(SEND_RETRIES)
                .onFailure(failure -> failure instanceof SdkException || failure instanceof UncheckedIOException)
                .transform(S3ObjectStore::failure);
    }

    /** The SDK's message is dropped: it names the object and, for some stores, the signed URL. */
    private static RuntimeException failure(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof StorageException told) {
                return told;
            }
        }
        if (failure instanceof S3Exception answer) {
            return switch (answer.statusCode()) {
                case 404 -> new StorageException.NotFound();
                case 401, 403 -> new StorageException.Forbidden("The store refuses access");
                case 409 -> new Underway();
                case 412 -> new StorageException.Conflict();
                case 501 -> new NotImplemented();
                default -> new StorageException("The store answered with status " + answer.statusCode());
            };
        }
        LOG.warnf("The store cannot be reached: %s", causes(failure));
        return new StorageException("The store cannot be reached");
    }

    /** The classes of a failure and its causes: messages name the object. */
    private static String causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(5).map(cause -> cause.getClass().getName())
                .collect(Collectors.joining(", by "));
    }

    private static String quoted(String etag) {
        return "\"" + etag + "\"";
    }

    private static String unquoted(String etag) {
        return etag == null ? null : etag.replace("\"", "");
    }
}
