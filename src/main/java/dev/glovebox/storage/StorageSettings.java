package dev.glovebox.storage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** The settings {@code glovebox.storage.*}. */
public interface StorageSettings {

    /** The kind of store. */
    @WithDefault("s3")
    Type type();

    /** The folder whose sub-folders are the buckets, for type {@code folder}. */
    @WithDefault("data")
    Path folder();

    /** The buckets that a caller may name; none if unset. Does not apply to events that the platform itself delivers. */
    Optional<Set<String>> buckets();

    /** How an instance claims an image before a provider reads it. */
    @WithDefault("auto")
    @WithConverter(ClaimModeConverter.class)
    ClaimMode claim();

    /** The time until a claim expires. Must be longer than any invocation. */
    @WithDefault("2m")
    Duration claimTimeout();

    /**
     * Whether requests to the store carry the W3C trace header. The header is signed, so a proxy that rewrites it, such as a
     * service mesh, breaks the signature.
     */
    @WithDefault("true")
    boolean traceparent();

    /** The kinds of store. */
    enum Type {
        /** S3 or a compatible store, configured with {@code quarkus.s3.*}. */
        S3,
        /** A folder on this machine. */
        FOLDER
    }
}
