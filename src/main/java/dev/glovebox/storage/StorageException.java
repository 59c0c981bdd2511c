package dev.glovebox.storage;

/** An object could not be read or written. Messages name neither bucket nor key. */
public sealed class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Some fault of the store that another try may not meet. */
    public StorageException(String message) {
        super(message);
    }

    /** There is no such object. */
    public static final class NotFound extends StorageException {

        private static final long serialVersionUID = 1L;

        public NotFound() {
            super("There is no such object");
        }
    }

    /** The store does not let us. */
    public static final class Forbidden extends StorageException {

        private static final long serialVersionUID = 1L;

        public Forbidden(String message) {
            super(message);
        }
    }

    /** The object is larger than the caller reads. */
    public static final class TooLarge extends StorageException {

        private static final long serialVersionUID = 1L;

        private final String etag;
        private final String versionId;

        /**
         * @param etag the object's entity tag, without quotation marks
         * @param versionId null in a bucket without versions
         */
        public TooLarge(long bytes, long maxBytes, String etag, String versionId) {
            super("The object has " + bytes + " bytes; at most " + maxBytes + " are read");
            this.etag = etag;
            this.versionId = versionId;
        }

        public String etag() {
            return etag;
        }

        public String versionId() {
            return versionId;
        }
    }

    /** Someone else has written the object. */
    public static final class Conflict extends StorageException {

        private static final long serialVersionUID = 1L;

        public Conflict() {
            super("Someone else has written the object");
        }
    }
}
