package dev.glovebox.function;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.glovebox.trigger.UploadedObject;
import io.smallrye.mutiny.Uni;

/** Reads the objects of a store's event. */
@ApplicationScoped
class UploadEvents {

    /** Reads all objects; fails with the first failure and logs the others. */
    Uni<Void> read(List<UploadedObject> objects, EventReading reading) {
        return reading.concurrently(objects, object -> reading.read(object).replaceWith(List.<Throwable> of()).onFailure()
                .recoverWithItem(failure -> List.of(failure))).flatMap(failures -> {
                    failures.stream().skip(1).forEach(EventReading::logFailure);
                    return failures.isEmpty() ? Uni.createFrom().voidItem()
                            : Uni.createFrom().failure(failures.getFirst());
                });
    }
}
