package dev.glovebox.document;

/**
 * One value of a document, with what it was read from.
 *
 * @param value the typed value; null where nothing was read, or where it could not be understood (then with a warning)
 * @param text the provider's own words; null where nothing was read
 * @param confidence 0..1; null where the provider gives none
 * @param box where the text stands in the image; null where the provider does not say
 */
public record Field<T>(T value, String text, Double confidence, Box box) implements ReadField {

    static <T> Field<T> of(T value, Reading reading) {
        return new Field<>(value, reading.text(), reading.confidence(), reading.box());
    }
}
