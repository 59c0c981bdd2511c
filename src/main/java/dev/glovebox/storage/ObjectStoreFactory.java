package dev.glovebox.storage;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import software.amazon.awssdk.services.s3.S3Client;

/** Creates the store that the settings name. */
@ApplicationScoped
class ObjectStoreFactory {

    @Produces
    @ApplicationScoped
    ObjectStore store(StorageSettings settings, Instance<S3Client> s3,
            @ConfigProperty(name = "quarkus.s3.endpoint-override") Optional<String> endpointOverride) {
        return switch (settings.type()) {
            case S3 -> new S3ObjectStore(s3::get, endpointOverride.isEmpty());
            case FOLDER -> new FolderObjectStore(settings.folder());
        };
    }
}
