package dev.glovebox.storage;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.glovebox.trace.Ids;
import software.amazon.awssdk.services.s3.S3Client;

/** Creates the store that the settings name. */
@ApplicationScoped
class ObjectStoreFactory {

    @Produces
    @ApplicationScoped
    ObjectStore store(StorageSettings settings, Instance<S3Client> s3,
            @ConfigProperty(name = "quarkus.s3.endpoint-override") Optional<String> endpointOverride, InstantSource clock,
            Ids ids) {
        return switch (settings.type()) {
            case S3 -> endpointOverride
                    .map(endpoint -> S3ObjectStore.ofEndpoint(new S3Requests(s3::get), endpoint, clock, ids))
                    .orElseGet(() -> S3ObjectStore.ofAws(new S3Requests(s3::get)));
            case FOLDER -> new FolderObjectStore(settings.folder());
        };
    }
}
