package dev.glovebox.document;

/** The properties that all fields of documents have in common. Each implementation adds a typed value. */
public sealed interface DocumentField permits Field, VinField, UseCharacterField {

    /** Returns the text as the provider read it; null if the provider read nothing. */
    String text();

    /** Returns the provider's confidence from 0 to 1; null if the provider gives none. */
    Double confidence();

    /** Returns the position of the text in the image; null if the provider gives none. */
    Box box();
}
