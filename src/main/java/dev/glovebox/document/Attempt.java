package dev.glovebox.document;

/**
 * One call to a provider about an image.
 *
 * @param provider its name
 * @param outcome {@code succeeded}, or the code of the failure
 * @param millis how long it took
 */
public record Attempt(String provider, String outcome, long millis) {

    /** The outcome of an attempt that gave a document. */
    public static final String SUCCEEDED = "succeeded";
}
