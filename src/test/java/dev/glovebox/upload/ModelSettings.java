package dev.glovebox.upload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import dev.glovebox.storage.ClaimMode;
import dev.glovebox.storage.StorageSettings;

/** The default settings of the store. */
record ModelSettings() implements StorageSettings {

    @Override
    public Type type() {
        return Type.S3;
    }

    @Override
    public Path folder() {
        return Path.of("unused");
    }

    @Override
    public Optional<Set<String>> buckets() {
        return Optional.empty();
    }

    @Override
    public ClaimMode claim() {
        return ClaimMode.AUTO;
    }

    @Override
    public Duration claimTimeout() {
        return Duration.ofMinutes(2);
    }

    @Override
    public boolean traceparent() {
        return false;
    }
}
