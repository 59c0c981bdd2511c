package dev.glovebox.storage;

/**
 * Names an object.
 *
 * @param bucket its bucket; not blank
 * @param key its key, decoded; not empty
 * @param versionId one of its versions; null for the latest
 */
public record ObjectName(String bucket, String key, String versionId) {

    /** @throws IllegalArgumentException where bucket or key is missing; the message names which, not what is there */
    public ObjectName {
        if (bucket == null || bucket.isBlank()) {
            throw new IllegalArgumentException("bucket is missing");
        }
        if (key == null || key.isEmpty()) {
            throw new IllegalArgumentException("key is missing");
        }
    }

    /** The same object, in its latest version. */
    public ObjectName latest() {
        return sibling(key);
    }

    /** Another object in the same bucket, in its latest version. */
    public ObjectName sibling(String otherKey) {
        return new ObjectName(bucket, otherKey, null);
    }
}
