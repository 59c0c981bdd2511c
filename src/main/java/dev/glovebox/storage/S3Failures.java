package dev.glovebox.storage;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Maps failures of the S3 client. The SDK's messages are dropped: they name the object, and some contain the signed URL. */
final class S3Failures {

    private static final Logger LOG = Logger.getLogger(S3Failures.class);
    private static final int MAX_CAUSES = 5;

    /** Another conditional write to the key was in progress. S3 asks for a retry and does not say which write won. */
    static final class WriteInProgress extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WriteInProgress() {
            super("Another write to the object was in progress", null, false, false);
        }
    }

    /** The store does not implement the request. */
    static final class NotImplemented extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotImplemented() {
            super("The store answered with status 501", null, false, false);
        }
    }

    private S3Failures() {
    }

    /**
     * Returns true for failures of the SDK and of the connection, which {@link #map} accepts. The JDK rejects a header with an
     * {@link IllegalArgumentException}, whose message contains the header.
     */
    static boolean isMappable(Throwable failure) {
        return failure instanceof SdkException || failure instanceof UncheckedIOException
                || failure instanceof IllegalArgumentException;
    }

    /**
     * Returns a {@link StorageException}, a {@link WriteInProgress} or a {@link NotImplemented}.
     *
     * @param bucket the bucket of the request
     */
    static RuntimeException map(Throwable failure, String bucket) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StorageException ours) {
                return ours;
            }
        }
        if (failure instanceof S3Exception answer) {
            return ofAnswer(answer, bucket);
        }
        LOG.warnf("The store cannot be reached: %s", causes(failure));
        return new StorageException("The store cannot be reached");
    }

    private static RuntimeException ofAnswer(S3Exception answer, String bucket) {
        int status = answer.statusCode();
        return switch (status) {
            case 404 -> ofMissing(answer.awsErrorDetails() == null ? null : answer.awsErrorDetails().errorCode(), bucket);
            case 401, 403 -> new StorageException.Forbidden("The store refuses access to the bucket " + bucket);
            case 409 -> new WriteInProgress();
            case 412 -> new StorageException.Conflict();
            case 501 -> new NotImplemented();
            case 400, 405, 411, 415, 422 -> new StorageException.Refused(status);
            default -> new StorageException("The store answered with status " + status);
        };
    }

    /**
     * Tells a missing object from a missing bucket. A 404 of a proxy, or of a store that gives no code, proves neither.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList">S3: List of error
     *      codes</a>
     */
    private static StorageException ofMissing(String code, String bucket) {
        return switch (code) {
            case "NoSuchKey", "NoSuchVersion" -> new StorageException.NotFound();
            case "NoSuchBucket" -> new StorageException.NoSuchBucket(bucket);
            case null, default -> new StorageException("The store answered with status 404 and does not say what is missing");
        };
    }

    /** Returns the classes of a failure and its causes. Their messages name the object. */
    private static String causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES)
                .map(cause -> cause.getClass().getName()).collect(Collectors.joining(", caused by "));
    }
}
