package dev.glovebox.storage;

import java.time.Duration;

/**
 * The content of an object at the time of the read.
 *
 * @param bytes the bytes; not copied, so callers must not change them
 * @param etag the entity tag, without quotation marks
 * @param versionId the version; null in a bucket without versions
 * @param age the time between the last write of the object and this read, by the store's own clock; null if the store does not
 *        say
 */
public record ObjectContent(byte[] bytes, String etag, String versionId, Duration age) {
}
