package dev.glovebox.storage;

/**
 * What an object held when it was read.
 *
 * @param bytes not copied, must not be changed
 * @param etag the entity tag, without quotation marks
 * @param versionId null in a bucket without versions
 */
public record ObjectContent(byte[] bytes, String etag, String versionId) {
}
