package dev.glovebox.upload;

import dev.glovebox.document.ProviderTrace;

/**
 * Receives what happens to one image while it is read. The methods are called one after the other, from any thread, and must
 * neither block nor throw.
 */
public interface ReadingListener {

    /** The size of the image is known; its content follows. */
    void imageSized(long bytes);

    /** The image was fetched, or came with the call. */
    void imageFetched(long bytes);

    /**
     * Providers were called.
     *
     * @param trace the calls; null if the image was refused before any call
     * @param failovers how often the next provider of the chain took over
     */
    void providersCalled(ProviderTrace trace, int failovers);

    /** The result existed already; no provider is called. */
    void duplicateFound();

    /** An expired claim of another instance is taken over. */
    void claimTakenOver();

    /** Several answers could not be stored. No provider is called for the image for an hour. */
    void callsPaused();

    /** A document was read; it is the content of the result. */
    void documentRead(boolean needsReview);
}
