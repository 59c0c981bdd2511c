package dev.glovebox.image;

/**
 * The size of the largest image that is read, from any source.
 *
 * @param maxBytes in bytes; positive
 */
public record ImageSizeLimit(long maxBytes) {
}
