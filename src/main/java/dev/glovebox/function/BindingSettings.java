package dev.glovebox.function;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.settings.GloveboxSettings;
import dev.glovebox.storage.StorageSettings;

/** The settings that bindings need. */
@ApplicationScoped
public class BindingSettings {

    private final GloveboxSettings settings;

    BindingSettings(GloveboxSettings settings) {
        this.settings = settings;
    }

    /** Returns the function that gets the events which a platform posts to its own paths; empty if there are no such paths. */
    public Optional<String> eventFunction() {
        return settings.http().eventFunction();
    }

    /** Returns the origins whose pages may call the functions from a browser; empty if there are none. */
    public Set<String> origins() {
        return settings.http().origins().orElse(Set.of());
    }

    /** Returns the folder whose sub-folders are the buckets; empty if objects are in S3 or the like. */
    public Optional<Path> storageFolder() {
        return settings.storage().type() == StorageSettings.Type.FOLDER ? Optional.of(settings.storage().folder())
                : Optional.empty();
    }
}
