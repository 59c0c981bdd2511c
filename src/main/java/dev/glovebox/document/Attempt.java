package dev.glovebox.document;

/**
 * One call to a provider about an image.
 *
 * @param provider the provider's name
 * @param outcome {@link #SUCCEEDED}, or the id of the failure code, such as {@code throttled}
 * @param millis the duration of the call in milliseconds
 */
public record Attempt(String provider, String outcome, long millis) {

    /** The outcome of a call that returned a document. */
    public static final String SUCCEEDED = "succeeded";
}
