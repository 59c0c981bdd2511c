package dev.glovebox.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.WithDefault;

/** {@code glovebox.storage.*} */
public interface StorageSettings {

    /** Where objects are. */
    @WithDefault("s3")
    Type type();

    /** With type {@code folder}: the folder whose sub-folders are the buckets. */
    @WithDefault("data")
    Path folder();

    /** The buckets that a caller may name; unset: none. Events that the platform itself delivers are not asked. */
    Optional<Set<String>> buckets();

    /** Whether a conditional write claims an image before it is read; false for stores that cannot. */
    @WithDefault("true")
    boolean claim();

    /** How long a claim holds: longer than any invocation runs. */
    @WithDefault("2m")
    Duration claimTimeout();

    /**
     * Whether the store gets W3C's header of a trace: it is signed, and whoever rewrites it on the way, as service meshes do,
     * breaks the signature.
     */
    @WithDefault("true")
    boolean traceparent();

    /** The kinds of store. */
    enum Type {
        /** S3 or its like, configured with {@code quarkus.s3.*}. */
        S3,
        /** A folder of this machine. */
        FOLDER
    }
}
