package dev.glovebox.document;

/**
 * One plate as a provider read it.
 *
 * @param number the number's text, confidence and corners
 * @param color the provider's word for the colour; null where it gives none
 * @param colorValue what that word means; null where it gives none
 */
public record PlateReading(Reading number, String color, PlateColor colorValue) {
}
