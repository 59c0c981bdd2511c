package dev.glovebox.storage;

/** The store failed, or refused a request. Messages may name the bucket, and never the key. */
public sealed class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates a failure that a retry may not meet. */
    public StorageException(String message) {
        super(message);
    }

    /** The object, or this version of it, does not exist in a bucket that exists. */
    public static final class NotFound extends StorageException {

        private static final long serialVersionUID = 1L;

        /** Creates the failure. */
        public NotFound() {
            super("The object does not exist");
        }
    }

    /** The bucket does not exist. An operator must create it, or correct its name. */
    public static final class NoSuchBucket extends StorageException {

        private static final long serialVersionUID = 1L;

        /** @param bucket the name of the missing bucket */
        public NoSuchBucket(String bucket) {
            super("The bucket " + bucket + " does not exist");
        }
    }

    /** The store refuses access. */
    public static final class Forbidden extends StorageException {

        private static final long serialVersionUID = 1L;

        /** Creates the failure. */
        public Forbidden(String message) {
            super(message);
        }
    }

    /** The store does not accept the request, and a retry would not help. */
    public static final class Refused extends StorageException {

        private static final long serialVersionUID = 1L;

        /** @param status the HTTP status of the answer */
        public Refused(int status) {
            super("The store answered with status " + status);
        }
    }

    /** The object is larger than the caller's limit. */
    public static final class TooLarge extends StorageException {

        private static final long serialVersionUID = 1L;

        private final String etag;
        private final String versionId;

        /**
         * @param bytes the size of the object; null if the store does not say
         * @param maxBytes the caller's limit
         * @param etag the entity tag of the object, without quotation marks
         * @param versionId the version; null in a bucket without versions
         */
        public TooLarge(Long bytes, long maxBytes, String etag, String versionId) {
            super(bytes == null ? "The object has more than " + maxBytes + " bytes"
                    : "The object has " + bytes + " bytes; the limit is " + maxBytes);
            this.etag = etag;
            this.versionId = versionId;
        }

        /** Returns the entity tag of the object, without quotation marks. */
        public String etag() {
            return etag;
        }

        /** Returns the version of the object; null in a bucket without versions. */
        public String versionId() {
            return versionId;
        }
    }

    /** Another writer created, changed or removed the object. */
    public static final class Conflict extends StorageException {

        private static final long serialVersionUID = 1L;

        /** Creates the failure. */
        public Conflict() {
            super("Another writer has changed the object");
        }
    }
}
