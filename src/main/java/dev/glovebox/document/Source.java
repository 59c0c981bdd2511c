package dev.glovebox.document;

/**
 * The image that was read. Bucket to sequencer are null where it came with the request or by URL.
 *
 * @param bucket where the object lies
 * @param key its key there, decoded
 * @param versionId the version read; null in a bucket without versions
 * @param etag the entity tag of what was read
 * @param sequencer the storage service's own order of events on this key; null where it gives none
 * @param bytes size of the image; null where it was not fetched
 * @param format jpeg, png, bmp or tiff; null where it was not fetched
 * @param width in pixels, as stored, before any orientation; null where it was not fetched
 * @param height in pixels; likewise
 */
public record Source(String bucket, String key, String versionId, String etag, String sequencer, Long bytes, String format,
        Integer width, Integer height) {
}
