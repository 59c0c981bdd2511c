package dev.glovebox.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;

import software.amazon.awssdk.services.s3.S3Client;

/** Makes the store that the settings name. */
@ApplicationScoped
class ObjectStoreFactory {

    @Produces
    @ApplicationScoped
    ObjectStore store(StorageSettings settings, Instance<S3Client> s3) {
        return switch (settings.type()) {
            case S3 -> new S3ObjectStore(s3::get);
            case FOLDER -> new FolderObjectStore(settings.folder());
        };
    }
}
