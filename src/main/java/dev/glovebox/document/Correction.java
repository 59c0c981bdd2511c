package dev.glovebox.document;

/**
 * A character that was read and cannot be there, and what it was taken for.
 *
 * @param position in the value, from 1
 * @param from what the provider read
 * @param to what stands in the value
 */
public record Correction(int position, String from, String to) {
}
