package dev.glovebox.document;

/**
 * One value of a document, with the text that it comes from.
 *
 * @param value the typed value; null if nothing was read, or if the text is not a valid value (a warning then says so)
 * @param text the text as the provider read it; null if the provider read nothing
 * @param confidence the provider's confidence from 0 to 1; null if the provider gives none
 * @param box the position of the text in the image; null if the provider gives none
 */
public record Field<T>(T value, String text, Double confidence, Box box) implements DocumentField {

    /** Returns the field of a reading; the value may be null. */
    static <T> Field<T> of(T value, Reading reading) {
        return new Field<>(value, reading.text(), reading.confidence(), reading.box());
    }
}
