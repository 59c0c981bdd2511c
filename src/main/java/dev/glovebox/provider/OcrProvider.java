package dev.glovebox.provider;

import java.util.Optional;

import dev.glovebox.document.DocumentType;
import dev.glovebox.failure.FailureException;
import dev.glovebox.image.ImageLimits;
import io.smallrye.mutiny.Uni;

/** An OCR service. */
public interface OcrProvider {

    /** The name in settings and results. */
    String name();

    /** What the service takes for that document; empty where it does not read it. */
    Optional<ImageLimits> limits(DocumentType type);

    /** How it is called. */
    CallPolicy policy();

    /**
     * Asks the service, once.
     *
     * @param request keeps the limits of its type
     * @return the answer, or a {@link FailureException}; nothing happens before it is subscribed to
     */
    Uni<Recognition> recognize(OcrRequest request);

    /**
     * Has at hand what a call needs of elsewhere: secrets that are to be loaded first. The service itself is not asked.
     *
     * @return fails with a {@link FailureException} where it is not to be had
     */
    default Uni<Void> ready() {
        return Uni.createFrom().voidItem();
    }

    /** Opens what a first call would wait for, a connection and a token, without a call that reads anything. */
    Uni<Void> warmUp();
}
