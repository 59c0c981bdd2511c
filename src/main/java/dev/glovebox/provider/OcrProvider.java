package dev.glovebox.provider;

import java.util.Optional;

import dev.glovebox.document.DocumentType;
import dev.glovebox.failure.FailureException;
import dev.glovebox.image.ImageLimits;
import io.smallrye.mutiny.Uni;

/** A client of one OCR service. Thread-safe. */
public interface OcrProvider {

    /** Returns the provider's name in settings and results. */
    String name();

    /** Returns the limits of the service for images of that type; empty if it does not read the type. */
    Optional<ImageLimits> limits(DocumentType type);

    /** Returns how the service is called. */
    CallPolicy policy();

    /**
     * Calls the service once per subscription.
     *
     * @param request an image within the limits of its type
     * @return the answer; fails with a {@link FailureException}
     */
    Uni<Recognition> recognize(OcrRequest request);

    /**
     * Loads the secrets that a call needs. Does not call the service.
     *
     * @return fails with a {@link FailureException} if the secrets cannot be loaded
     */
    default Uni<Void> ready() {
        return Uni.createFrom().voidItem();
    }

    /** Opens the connection and fetches the token that the first call would wait for. Makes no call that reads an image. */
    Uni<Void> warmUp();
}
