package dev.glovebox.document;

/**
 * One call to a provider about an image.
 *
 * @param provider the provider's name
 * @param outcome {@code succeeded}, or the code of the failure
 * @param millis the duration of the call in milliseconds
 */
public record Attempt(String provider, String outcome, long millis) {

    /** The outcome of a call that returned a document. */
    public static final String SUCCEEDED = "succeeded";
}
