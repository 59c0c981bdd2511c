package dev.glovebox.document;

/**
 * The replacement of a character that the field cannot contain.
 *
 * @param position the position in the value, from 1
 * @param from the character that the provider read
 * @param to the character in the value
 */
public record Correction(int position, String from, String to) {
}
