package dev.glovebox.storage;

/**
 * The content of an object at the time of the read.
 *
 * @param bytes the bytes; not copied, so callers must not change them
 * @param etag the entity tag, without quotation marks
 * @param versionId the version; null in a bucket without versions
 */
public record ObjectContent(byte[] bytes, String etag, String versionId) {
}
