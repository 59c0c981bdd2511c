package dev.glovebox.storage;

/**
 * The name of an object.
 *
 * @param bucket the bucket; not blank
 * @param key the decoded key; not empty
 * @param versionId the version; null for the latest
 */
public record ObjectName(String bucket, String key, String versionId) {

    /** @throws IllegalArgumentException if bucket or key is missing; the message contains neither */
    public ObjectName {
        if (bucket == null || bucket.isBlank()) {
            throw new IllegalArgumentException("bucket is missing");
        }
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("key is missing");
        }
    }

    /** Returns the name of the same object in its latest version. */
    public ObjectName latest() {
        return sibling(key);
    }

    /** Returns the name of another object in the same bucket, in its latest version. */
    public ObjectName sibling(String otherKey) {
        return new ObjectName(bucket, otherKey, null);
    }
}
