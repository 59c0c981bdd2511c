package dev.glovebox.document;

/**
 * The image that was read. The members of the object are null if the image came with the request or by URL; the members of the
 * image are null if it was not fetched.
 *
 * @param bucket the bucket of the object
 * @param key the key of the object, decoded
 * @param versionId the version that was read; null in a bucket without versions
 * @param etag the entity tag of what was read
 * @param sequencer the store's order of events on this key; null if the store gives none
 * @param bytes the size of the image
 * @param format jpeg, png, bmp or tiff
 * @param width in pixels, as stored, before any rotation
 * @param height in pixels, as stored, before any rotation
 */
public record Source(String bucket, String key, String versionId, String etag, String sequencer, Long bytes, String format,
        Integer width, Integer height) {

    /** An image that is not in a bucket and was not fetched. */
    public static final Source UNKNOWN = ofObject(null, null, null, null, null);

    /** Returns the source for an object that was not fetched. */
    public static Source ofObject(String bucket, String key, String versionId, String etag, String sequencer) {
        return new Source(bucket, key, versionId, etag, sequencer, null, null, null, null);
    }

    /** Returns the same object with the properties of its image. */
    public Source withImage(long length, String imageFormat, int imageWidth, int imageHeight) {
        return new Source(bucket, key, versionId, etag, sequencer, length, imageFormat, imageWidth, imageHeight);
    }
}
